#include "net/online.hpp"

#include <gtest/gtest.h>

#include <mutex>

#include "loopback_server.hpp"
#include "net/link_field.hpp"
#include "shared_data.hpp"

namespace activateur {
namespace {

using test::loopback_server;
using test::visitor;
using test::with_length;

constexpr instant noon{1'795'608'000'000};

std::vector<ip_address> addresses(std::initializer_list<const char*> texts) {
  std::vector<ip_address> out;
  for (const char* text : texts) out.push_back(*read_ip_address(text));
  return out;
}

// A CA that the clients trust, a server certified by it, and clients that know no name but those a test gives.
class Online : public ::testing::Test {
 protected:
  Online() {
    ca_file_ = scratch_.write("ca.pem", test::pem(ca_));
    options_.ca_file = ca_file_;
    options_.connect_max = deadline::duration(5'000);
    options_.resolve = [this](const std::string& name, deadline::clock::time_point) -> result<std::vector<ip_address>> {
      const std::lock_guard lock(asked_guard_);  // several threads may ask
      asked_.push_back(name);
      const auto found = names_.find(name);
      if (found == names_.end()) return fail(failure::io, unknown_, {name});
      return found->second;
    };
  }
  std::unique_ptr<loopback_server> serve(loopback_server::answer says) {
    auto made = std::make_unique<loopback_server>(&server_, std::move(says));
    trust(*made, "localhost");
    return made;
  }
  void trust(const loopback_server& server, const std::string& host) {
    options_.trusted_private_hosts.push_back(server.at(host));
  }
  std::unique_ptr<online_source> open(const snapshot* given = nullptr) {
    auto made = online_source::open(options_, given, [this] { return instant{now_ms_}; });
    EXPECT_TRUE(made.ok()) << (made ? "" : made.why().text(language::en));
    return *std::move(made);
  }
  // The code of the refusal, or the status.
  static std::string outcome(const web_answer& seen) {
    if (seen.document) return std::to_string(seen.document->status);
    EXPECT_FALSE(seen.why_not.text(language::en).empty());
    EXPECT_FALSE(seen.why_not.text(language::fr).empty());
    return std::string(seen.why_not.code());
  }
  std::string outcome_of(const loopback_server& server, const std::string& path = "/") {
    return outcome(open()->get(server.url(path)));
  }
  std::string outcome_of(loopback_server::answer says) {
    const auto server = serve(std::move(says));
    return outcome_of(*server);
  }
  std::string outcome_of_bytes(const std::string& bytes) {
    return outcome_of([bytes](visitor& who) { (void)who.say(bytes); });
  }

  static constexpr message unknown_{"test.unknown", "{0} is unknown.", "{0} est inconnu."};
  test::scratch_directory scratch_;
  test::identity ca_ = test::certify({}, nullptr);
  test::identity server_ = test::certify({"DNS:localhost,DNS:badges.example.org,DNS:*.example.net,IP:127.0.0.1"}, &ca_);
  std::string ca_file_;
  network_options options_;
  std::map<std::string, std::vector<ip_address>> names_{{"localhost", addresses({"127.0.0.1"})}};
  std::mutex asked_guard_;
  std::vector<std::string> asked_;
  std::int64_t now_ms_ = noon.ms;
};

TEST_F(Online, FetchesADocumentAsItIs) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{\"a\":1}")); });
  const auto source = open();
  const web_answer seen = source->get(server->url("/a?b=c#fragment"));
  ASSERT_TRUE(seen.document) << seen.why_not.text(language::en);
  EXPECT_EQ(seen.document->status, 200);
  EXPECT_EQ(*seen.document->body, "{\"a\":1}");
  EXPECT_EQ(seen.document->url, server->url("/a?b=c"));
  EXPECT_EQ(seen.document->fetched, noon);
  ASSERT_EQ(server->requests().size(), 1U);
  const std::string request = server->requests().front();
  EXPECT_TRUE(request.starts_with("GET /a?b=c HTTP/1.1\r\nHost: " + server->at("localhost") + "\r\n")) << request;
  EXPECT_NE(request.find("\r\nUser-Agent: Activateur/"), std::string::npos);
  EXPECT_NE(request.find("\r\nAccept: application/ld+json, "), std::string::npos);
  EXPECT_NE(request.find("\r\nAccept-Encoding: identity\r\n"), std::string::npos);
  EXPECT_EQ(request.find("ookie"), std::string::npos);
  EXPECT_EQ(request.find("Authorization"), std::string::npos);
}

TEST_F(Online, ReadsEveryFraming) {
  const auto body_of = [&](const std::string& bytes) {
    const auto server = serve([bytes](visitor& who) { (void)who.say(bytes); });
    const web_answer seen = open()->get(server->url("/"));
    return seen.document ? *seen.document->body : std::string(seen.why_not.text(language::en));
  };
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nabc"), "ab");
  EXPECT_EQ(body_of("HTTP/1.1 200\r\ncontent-length:2\r\n\r\nab"), "ab");
  EXPECT_EQ(body_of("HTTP/1.0 200 OK\nA: b\n\nall there is"), "all there is");
  EXPECT_EQ(
      body_of("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n0A;x=y\r\n0123456789\r\n0\r\n\r\n"),
      "abc0123456789");
  EXPECT_EQ(body_of("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nz"), "z");
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: identity\r\nContent-Length: 1\r\n\r\nz"), "z");
}

TEST_F(Online, TellsThePageAfterAPageOfAList) {
  const auto server = serve([](visitor& who) {
    const std::string fields = who.path() == "/plain" ? "X-Total-Count: 12x\r\n"
                                                      : "Link: <?offset=9>; title=\"a, b\"; REL=\"prev Next\"\r\n"
                                                        "Link: <https://elsewhere.example/>; rel=next\r\n"
                                                        "X-Total-Count: 12\r\n";
    (void)who.say(with_length("{}", fields));
  });
  const auto source = open();
  const web_answer page = source->get(server->url("/list?offset=0"));
  ASSERT_TRUE(page.document);
  EXPECT_EQ(page.document->next, server->url("/list?offset=9"));
  EXPECT_EQ(page.document->total, 12U);
  const web_answer plain = source->get(server->url("/plain"));
  ASSERT_TRUE(plain.document);
  EXPECT_EQ(plain.document->next, "");
  EXPECT_EQ(plain.document->total, std::nullopt);
}

TEST(LinkField, GivesTheFirstTargetWhoseRelationIsNext) {
  EXPECT_EQ(next_link("</a>; rel=next"), "/a");
  EXPECT_EQ(next_link("</a>;rel=\"first\", </b> ; rel = \"next\" ; title=x, </c>;rel=next"), "/b");
  EXPECT_EQ(next_link("</a,b;c>; rel=\"NEXT\""), "/a,b;c");
  EXPECT_EQ(next_link("</a>; title=\"\\\"; rel=next\", </b>; rel=next"), "/b");
  EXPECT_EQ(next_link("</a>; rel=prev; rel=next"), "");
  EXPECT_EQ(next_link("</a>; flag; rel=next"), "/a");
  for (const char* none : {"", ",", "/a; rel=next", "</a", "</a> rel=next", "<", "</a>; rel=nexts"})
    EXPECT_EQ(next_link(none), "") << none;
}

TEST_F(Online, RefusesAnswersThatAreNotHttp) {
  for (const char* bytes :
       {"",
        "nonsense\r\n\r\n",
        "HTTP/2 200\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 099 OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA : b\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA\r\n\r\n",
        "HTTP/1.1 200 OK\r\nA: b\x01\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nContent-Length: 0x1\r\n\r\na",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n",
        "HTTP/1.1 101 Switching\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n"})
    EXPECT_EQ(outcome_of_bytes(bytes), "network.protocol") << bytes;
  std::string interim;
  for (int i = 0; i < 100; ++i) interim += "HTTP/1.1 100 Continue\r\n\r\n";
  EXPECT_EQ(outcome_of_bytes(interim), "network.protocol");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\nA: " + std::string(100'000, 'x')), "network.protocol");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b"),
            "network.encoding");
}

TEST_F(Online, RefusesABodyThatWasCutShort) {
  // Without close_notify, the end of the connection may be anybody's doing.
  EXPECT_EQ(outcome_of([](visitor& who) {
              (void)who.say("HTTP/1.1 200 OK\r\n\r\n{\"a\":");
              who.vanish();
            }),
            "network.cut");
}

TEST_F(Online, RefusesBodiesAboveTheBound) {
  options_.body_bytes_max = 1000;
  EXPECT_EQ(outcome_of_bytes(with_length(std::string(1000, 'x'))), "200");
  EXPECT_EQ(outcome_of_bytes(with_length(std::string(1001, 'x'))), "network.too_big");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999999\r\n\r\n"), "network.too_big");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\n\r\n" + std::string(1000, 'x')), "200");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\n\r\n" + std::string(1001, 'x')), "network.too_big");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3E9\r\n"), "network.too_big");
  EXPECT_EQ(outcome_of_bytes("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n"),
            "network.too_big");
}

TEST_F(Online, TakesABodyInManySmallChunks) {
  std::string bytes = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  for (int i = 0; i < 20'000; ++i) bytes += "8\r\nabcdefgh\r\n";  // their lines have more bytes than a head may have
  EXPECT_EQ(outcome_of_bytes(bytes + "0\r\n\r\n"), "200");
}

TEST_F(Online, LeavesAnEndlessBody) {
  const std::string plenty(16'384, 'x');
  EXPECT_EQ(outcome_of([&](visitor& who) {
              for (bool there = who.say("HTTP/1.1 200 OK\r\n\r\n"); there;) there = who.say(plenty);
            }),
            "network.too_big");
  EXPECT_EQ(outcome_of([&](visitor& who) {
              for (bool there = who.say("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"); there;)
                there = who.say("1\r\nx\r\n");
            }),
            "network.too_big");
}

TEST_F(Online, LeavesASlowPeer) {
  options_.read_max = deadline::duration(200);
  EXPECT_EQ(outcome_of([](visitor& who) {
              while (who.pause(50)) continue;
            }),
            "network.timeout");
  // A byte now and then keeps every single wait short: the whole is bounded as well.
  options_.whole_max = deadline::duration(600);
  const auto drip = [](const std::string& head, const std::string& more) {
    return [=](visitor& who) {
      for (bool there = who.say(head); there && who.pause(20);) there = who.say(more);
    };
  };
  EXPECT_EQ(outcome_of(drip("HTTP/1.1 200 OK\r\n", "A: b\r\n")), "network.timeout");
  EXPECT_EQ(outcome_of(drip("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", "x")), "network.timeout");
  // The same before TLS has begun.
  loopback_server mute(nullptr, [](visitor& who) {
    while (who.pause(50)) continue;
  });
  trust(mute, "localhost");
  EXPECT_EQ(outcome(open()->get("https://" + mute.at("localhost") + "/")), "network.timeout");
}

TEST_F(Online, WantsACertificateOfTheNameItAsksFor) {
  const auto with = [&](const test::wanted_certificate& wanted, const test::identity* by, const std::string& host) {
    const test::identity other = test::certify(wanted, by);
    loopback_server server(&other, [](visitor& who) { (void)who.say(with_length("{}")); });
    trust(server, host);
    names_[host] = addresses({"127.0.0.1"});
    const std::string seen = outcome(open()->get(server.url("/", host)));
    if (seen != "200") {
      EXPECT_TRUE(server.requests().empty()) << "sent to a peer that proved nothing";
    }
    return seen;
  };
  EXPECT_EQ(with({"DNS:localhost"}, &ca_, "localhost"), "200");
  EXPECT_EQ(with({"DNS:badges.example.org"}, &ca_, "badges.example.org"), "200");
  EXPECT_EQ(with({"DNS:*.example.org"}, &ca_, "badges.example.org"), "200");
  EXPECT_EQ(with({"IP:127.0.0.1"}, &ca_, "127.0.0.1"), "200");
  EXPECT_EQ(with({"DNS:elsewhere.example"}, &ca_, "localhost"), "network.tls");
  EXPECT_EQ(with({"DNS:badges.example.org.evil.example"}, &ca_, "badges.example.org"), "network.tls");
  EXPECT_EQ(with({"DNS:b*.example.org"}, &ca_, "badges.example.org"), "network.tls");
  EXPECT_EQ(with({"DNS:127.0.0.1"}, &ca_, "127.0.0.1"), "network.tls");
  EXPECT_EQ(with({""}, &ca_, "localhost"), "network.tls");
  test::wanted_certificate by_common_name{""};  // RFC 9525 section 6.3: a common name says nothing
  by_common_name.called = "localhost";
  EXPECT_EQ(with(by_common_name, &ca_, "localhost"), "network.tls");
  EXPECT_EQ(with({"DNS:localhost", -7200, -3600}, &ca_, "localhost"), "network.tls");
  EXPECT_EQ(with({"DNS:localhost", 3600, 7200}, &ca_, "localhost"), "network.tls");
  EXPECT_EQ(with({"DNS:localhost"}, nullptr, "localhost"), "network.tls");
  const test::identity stranger = test::certify({}, nullptr);
  EXPECT_EQ(with({"DNS:localhost"}, &stranger, "localhost"), "network.tls");
  options_.ca_file.clear();
  EXPECT_EQ(with({"DNS:localhost"}, &ca_, "localhost"), "network.tls");
}

TEST_F(Online, WantsTls12OrLater) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  server->use_version(TLS1_2_VERSION);
  EXPECT_EQ(outcome_of(*server), "200");
  server->use_version(TLS1_1_VERSION);
  EXPECT_EQ(outcome_of(*server), "network.tls");
}

TEST_F(Online, HttpIsForTrustedHostsThatMayUseIt) {
  loopback_server plain(nullptr, [](visitor& who) { (void)who.say(with_length("{}")); });
  trust(plain, "localhost");
  EXPECT_EQ(outcome_of(plain), "network.insecure");
  options_.allow_http_for_trusted = true;
  EXPECT_EQ(outcome_of(plain), "200");
  names_["badges.example.org."] = addresses({"127.0.0.1"});
  EXPECT_EQ(outcome(open()->get(plain.url("/", "badges.example.org"))), "network.insecure");
  // No downgrade either.
  options_.allow_http_for_trusted = false;
  const auto server =
      serve([&](visitor& who) { (void)who.say(with_length("", "Location: " + plain.url("/") + "\r\n", 302)); });
  EXPECT_EQ(outcome_of(*server), "network.insecure");
  EXPECT_EQ(plain.connections(), 1);
}

TEST_F(Online, RefusesNamesThatLeadIntoTheHostsOwnNetwork) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  options_.high_ports = true;
  const std::string url = server->url("/", "badges.example.org");
  const auto led_to = [&](std::initializer_list<const char*> texts) {
    names_["badges.example.org."] = addresses(texts);
    return outcome(open()->get(url));
  };
  for (const char* text : {"127.0.0.1",
                           "10.0.0.1",
                           "192.168.1.1",
                           "172.16.0.1",
                           "100.64.0.1",
                           "169.254.169.254",
                           "0.0.0.0",
                           "224.0.0.1",
                           "255.255.255.255",
                           "198.18.0.1",
                           "192.0.2.1",
                           "::1",
                           "::",
                           "fe80::1",
                           "fd00::1",
                           "ff02::1",
                           "::ffff:127.0.0.1",
                           "::127.0.0.1",
                           "64:ff9b::127.0.0.1",
                           "2002:7f00:1::",
                           "2001:0:7f00:1::",
                           "2001:db8::1"})
    EXPECT_EQ(led_to({text}), "network.refused_address") << text;
  // One private address among public ones is enough.
  EXPECT_EQ(led_to({"93.184.215.14", "127.0.0.1"}), "network.refused_address");
  EXPECT_EQ(led_to({"2606:2800::1", "::1"}), "network.refused_address");
  EXPECT_EQ(server->connections(), 0);
}

TEST_F(Online, TrustedHostsAreTrustedWithTheirPortAlone) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  options_.high_ports = true;
  options_.trusted_private_hosts = {"LOCALHOST:1", "badges.example.org", "one.example.org:443"};
  names_["badges.example.org."] = addresses({"127.0.0.1"});
  EXPECT_EQ(outcome_of(*server), "network.host");
  EXPECT_EQ(outcome(open()->get(server->url("/", "badges.example.org"))), "network.refused_address");
  // Never link-local, whoever is trusted.
  names_["one.example.org"] = addresses({"169.254.169.254"});
  EXPECT_EQ(outcome(open()->get("https://one.example.org/")), "network.refused_address");
  EXPECT_EQ(server->connections(), 0);
}

TEST_F(Online, LooksANameUpOnceAndConnectsToWhatItExamined) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  trust(*server, "badges.example.org");
  int times = 0;
  options_.resolve = [&](const std::string&, deadline::clock::time_point) -> result<std::vector<ip_address>> {
    // Another answer the second time: what an attacker's name server gives between check and use.
    return ++times == 1 ? addresses({"127.0.0.1"}) : addresses({"169.254.169.254"});
  };
  const auto source = open();
  EXPECT_EQ(outcome(source->get(server->url("/", "badges.example.org"))), "200");
  EXPECT_EQ(times, 1);
  EXPECT_EQ(outcome(source->get(server->url("/other", "badges.example.org"))), "network.refused_address");
  EXPECT_EQ(server->connections(), 1);
}

TEST_F(Online, PublicNamesAreLookedUpWithoutSearchLists) {
  EXPECT_EQ(outcome(open()->get("https://badges.example.org/a")), "test.unknown");
  EXPECT_EQ(asked_, std::vector<std::string>{"badges.example.org."});
}

TEST_F(Online, RefusesOddUrlsBeforeAnyLookUp) {
  const std::pair<const char*, const char*> rows[] = {
      {"", "network.unreadable"},
      {"badges.example.org", "network.unreadable"},
      {"ftp://badges.example.org/", "network.unreadable"},
      {"file:///etc/passwd", "network.unreadable"},
      {"https://user@badges.example.org/", "network.unreadable"},
      {"https://user:secret@badges.example.org/", "network.unreadable"},
      {"https://badges.example.org\\@evil.example/", "network.unreadable"},
      {"https://user@evil.example:80@badges.example.org/", "network.unreadable"},
      {"https://badges.example.org /", "network.unreadable"},
      {"https://badges.example.org/a\r\nHost: x", "network.unreadable"},
      {"https://[::1]/", "network.unreadable"},
      {"https:///a", "network.unreadable"},
      {"https://b\xc3\xa4.example/", "network.unreadable"},
      {"https://badges%2eexample.org/", "network.unreadable"},
      {"https://badges.example.org:/", "network.unreadable"},
      {"https://badges.example.org:443x/", "network.unreadable"},
      {"http://badges.example.org/", "network.insecure"},
      {"https://127.0.0.1/", "network.host"},
      {"https://93.184.215.14/", "network.host"},
      {"https://2130706433/", "network.host"},
      {"https://0x7f.1/", "network.host"},
      {"https://0x7f000001/", "network.host"},
      {"https://0177.0.0.1/", "network.host"},
      {"https://127.1/", "network.host"},
      {"https://localhost/", "network.host"},
      {"https://intranet/", "network.host"},
      {"https://badges.example.org./", "network.host"},
      {"https://.badges.example.org/", "network.host"},
      {"https://badges..example.org/", "network.host"},
      {"https://-badges.example.org/", "network.host"},
      {"https://badges.example.0x1/", "network.host"},
      {"https://badges.example.org:80/", "network.port"},
      {"https://badges.example.org:22/", "network.port"},
      {"https://badges.example.org:8443/", "network.port"},
      {"https://badges.example.org:0/", "network.port"},
      {"https://badges.example.org:99999/", "network.port"},
      {"https://badges.example.org/../a", "network.url"},
      {"https://badges.example.org/a/./b", "network.url"},
      {"https://badges.example.org/a/..", "network.url"},
      {"https://badges.example.org/%2e%2E/a", "network.url"},
      {"https://badges.example.org/.%2e/a", "network.url"},
      {"https://badges.example.org/\xc3\xa9", "test.unknown"},
      {"HTTPS://Badges.Example.ORG/..a/b..?x=/../#/../", "test.unknown"}};
  const auto source = open();
  for (const auto& [url, code] : rows) {
    EXPECT_EQ(outcome(source->get(url)), code) << url;
    if (std::string_view(code) != "test.unknown") {
      EXPECT_TRUE(asked_.empty()) << url;
    }
  }
  EXPECT_EQ(outcome(source->get("https://badges.example.org/" + std::string(5000, 'a'))), "network.url");
  EXPECT_EQ(outcome(source->get("https://" + std::string(64, 'a') + ".example/")), "network.host");
  options_.high_ports = true;
  EXPECT_EQ(outcome(open()->get("https://badges.example.org:8443/")), "test.unknown");
  EXPECT_EQ(outcome(open()->get("https://badges.example.org:1023/")), "network.port");
}

TEST_F(Online, NoSentenceRepeatsAQuery) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("", {}, 500)); });
  const auto source = open();
  for (const std::string& url : {server->url("/a?token=secret"), std::string("https://nowhere.example/a?token=secret"),
                                 std::string("https://user:secret@nowhere.example/"),
                                 std::string("https://badges.example.org/../a?token=secret")})
    for (const language l : {language::en, language::fr})
      EXPECT_EQ(source->get(url).why_not.text(l).find("secret"), std::string::npos) << url;
}

TEST_F(Online, FollowsAFewRedirects) {
  loopback_server* self = nullptr;
  const auto server = serve([&](visitor& who) {
    const std::string path = who.path();
    const auto to = [&](const std::string& where, int status) {
      (void)who.say(with_length("moved", "Location: " + where + "\r\n", status));
    };
    if (path == "/absolute")
      to(self->url("/here#part"), 301);
    else if (path == "/path")
      to("/here", 302);
    else if (path == "/relative/x?y")
      to("here", 303);
    else if (path == "/query")
      to("?q", 307);
    else if (path == "/network")
      to("//" + self->at("localhost") + "/here", 308);
    else if (path == "/three")
      to("/two", 302);
    else if (path == "/two")
      to("/path", 302);
    else if (path == "/four")
      to("/three", 302);
    else if (path == "/round")
      to("/round", 302);
    else if (path == "/nowhere")
      (void)who.say(with_length("", {}, 302));
    else if (path == "/choices")
      to("/here", 300);
    else if (path == "/dots")
      to("../here", 302);
    else
      (void)who.say(with_length(path));
  });
  self = server.get();
  const auto source = open();
  const auto found = [&](const std::string& path) {
    const web_answer seen = source->get(server->url(path));
    return seen.document ? seen.document->url + ' ' + *seen.document->body : std::string(seen.why_not.code());
  };
  for (const char* path : {"/absolute", "/path", "/network", "/three"})
    EXPECT_EQ(found(path), server->url("/here") + " /here") << path;
  EXPECT_EQ(found("/relative/x?y"), server->url("/relative/here") + " /relative/here");
  EXPECT_EQ(found("/query"), server->url("/query?q") + " /query?q");
  EXPECT_EQ(found("/four"), "network.redirects");
  EXPECT_EQ(found("/round"), "network.redirects");
  EXPECT_EQ(found("/nowhere"), "network.status");
  EXPECT_EQ(found("/choices"), "network.status");
  EXPECT_EQ(found("/dots"), "network.url");
  options_.redirects_max = 0;
  EXPECT_EQ(outcome_of(*server, "/path"), "network.redirects");
}

TEST_F(Online, ExaminesEveryRedirectLikeTheFirst) {
  const auto secret = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  options_.trusted_private_hosts.clear();
  std::string where;
  const auto server = serve([&](visitor& who) { (void)who.say(with_length("", "Location: " + where + "\r\n", 302)); });
  names_["inside.example.org."] = addresses({"10.0.0.1"});
  names_["metadata.example.org."] = addresses({"169.254.169.254"});
  const std::pair<std::string, const char*> rows[] = {{secret->url("/"), "network.host"},
                                                      {secret->url("/", "127.0.0.1"), "network.host"},
                                                      {"https://169.254.169.254/latest/meta-data/", "network.host"},
                                                      {"https://inside.example.org/", "network.refused_address"},
                                                      {"https://metadata.example.org/", "network.refused_address"},
                                                      {"http://badges.example.org/", "network.insecure"},
                                                      {"https://user@badges.example.org/", "network.unreadable"},
                                                      {"//evil.example:22/", "network.port"},
                                                      {"file:///etc/passwd", "network.unreadable"},
                                                      {"https://gone.example.org/", "test.unknown"}};
  for (const auto& [to, code] : rows) {
    where = to;
    EXPECT_EQ(outcome_of(*server), code) << to;
  }
  EXPECT_EQ(secret->connections(), 0);
}

TEST_F(Online, GoneIsAnAnswerAndTheRestIsNone) {
  const auto server = serve([](visitor& who) {
    const int status = std::stoi(who.path().substr(1));
    (void)who.say(with_length(status == 410 ? R"({"revoked":true})" : "<html>", {}, status));
  });
  const auto source = open();
  EXPECT_EQ(outcome(source->get(server->url("/404"))), "404");
  EXPECT_EQ(*source->get(server->url("/404")).document->body, "");
  EXPECT_EQ(*source->get(server->url("/410")).document->body, R"({"revoked":true})");
  for (const char* status : {"/201", "/204", "/206", "/400", "/401", "/403", "/429", "/500", "/503"})
    EXPECT_EQ(outcome(source->get(server->url(status))), "network.status") << status;
  EXPECT_EQ(server->connections(), 11) << "answers and failures are kept";
  EXPECT_EQ(outcome(source->get(server->url("/503"))), "network.status");
  EXPECT_EQ(server->connections(), 11);
}

TEST_F(Online, WhatTheHostGaveWins) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("fetched")); });
  snapshot given;
  given.add(server->url("/a"), "given");
  given.add(server->url("/gone"), "", 410);
  const auto source = open(&given);
  EXPECT_EQ(*source->get(server->url("/a#x")).document->body, "given");
  EXPECT_FALSE(source->get(server->url("/a")).document->fetched.has_value());
  EXPECT_EQ(source->get(server->url("/gone")).document->status, 410);
  EXPECT_EQ(server->connections(), 0);
  EXPECT_EQ(*source->get(server->url("/b")).document->body, "fetched");
  EXPECT_EQ(source->serving("given"), std::vector<std::string>{server->url("/a")});
  EXPECT_EQ(source->serving("fetched"), std::vector<std::string>{server->url("/b")});
  EXPECT_TRUE(source->serving("other").empty());
}

TEST_F(Online, FetchesAgainWhatIsTooOld) {
  int served = 0;
  const auto server = serve([&](visitor& who) { (void)who.say(with_length(std::to_string(++served))); });
  options_.max_age_ms = 1000;
  const auto source = open();
  const auto body = [&] { return *source->get(server->url("/list")).document->body; };
  EXPECT_EQ(body(), "1");
  now_ms_ += 1000;
  EXPECT_EQ(body(), "1");
  EXPECT_EQ(source->serving("1").size(), 1U);
  now_ms_ += 1;
  EXPECT_TRUE(source->serving("1").empty());
  EXPECT_EQ(body(), "2");
  EXPECT_EQ(source->get(server->url("/list")).document->fetched, instant{now_ms_});
  now_ms_ -= 5000;  // a clock that goes back proves no freshness
  EXPECT_EQ(body(), "3");
}

TEST_F(Online, FetchesOnceForAllWhoAskAtOnce) {
  std::atomic<bool> open_gate = false;
  const auto server = serve([&](visitor& who) {
    while (!open_gate && who.pause(5)) continue;
    (void)who.say(with_length("{}"));
  });
  const auto source = open();
  std::vector<std::thread> asking;
  std::atomic<int> answered = 0;
  for (int i = 0; i < 8; ++i)
    asking.emplace_back([&] { answered += source->get(server->url("/one")).document.has_value() ? 1 : 0; });
  while (server->requests().empty()) std::this_thread::yield();
  open_gate = true;
  for (std::thread& one : asking) one.join();
  EXPECT_EQ(answered, 8);
  EXPECT_EQ(server->connections(), 1);
}

TEST_F(Online, ServesManyThreads) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length(who.path())); });
  const auto source = open();
  std::vector<std::thread> asking;
  std::atomic<int> right = 0;
  for (int i = 0; i < 6; ++i)
    asking.emplace_back([&, i] {
      for (int k = 0; k < 5; ++k) {
        const std::string path = "/" + std::to_string((i + k) % 7);
        const web_answer seen = source->get(server->url(path));
        if (seen.document && *seen.document->body == path && source->serving(path).size() == 1) ++right;
      }
    });
  for (std::thread& one : asking) one.join();
  EXPECT_EQ(right, 30);
  EXPECT_EQ(server->connections(), 7);
}

TEST_F(Online, StopsAtTheFetchesItWasAllowed) {
  const auto server = serve([](visitor& who) { (void)who.say(with_length("{}")); });
  options_.fetches_max = 3;
  options_.fetches_per_host_max = 2;
  trust(*server, "badges.example.org");
  trust(*server, "a.example.net");
  names_["badges.example.org"] = names_["a.example.net"] = addresses({"127.0.0.1"});
  const auto source = open();
  EXPECT_EQ(outcome(source->get(server->url("/1"))), "200");
  EXPECT_EQ(outcome(source->get(server->url("/2"))), "200");
  EXPECT_EQ(outcome(source->get(server->url("/3"))), "network.limit");
  EXPECT_EQ(outcome(source->get(server->url("/4", "badges.example.org"))), "200");
  EXPECT_EQ(outcome(source->get(server->url("/5", "a.example.net"))), "network.limit");
  EXPECT_EQ(outcome(source->get(server->url("/1"))), "200") << "what is kept costs nothing";
  EXPECT_EQ(server->connections(), 3);
}

TEST_F(Online, ARenewedSourceKeepsDocumentsAndForgetsFailures) {
  int status = 500;
  const auto server =
      serve([&](visitor& who) { (void)who.say(with_length("{}", {}, who.path() == "/b" ? status : 200)); });
  options_.fetches_max = 2;
  const auto first = open();
  EXPECT_EQ(outcome(first->get(server->url("/a"))), "200");
  EXPECT_EQ(outcome(first->get(server->url("/b"))), "network.status");
  status = 200;
  now_ms_ += 1000;
  const auto second = open();
  second->inherit(*first);
  EXPECT_EQ(second->get(server->url("/a")).document->fetched, noon);
  EXPECT_EQ(outcome(second->get(server->url("/b"))), "200");
  EXPECT_EQ(server->connections(), 3);
  now_ms_ += options_.max_age_ms;
  EXPECT_EQ(second->get(server->url("/a")).document->fetched, instant{now_ms_}) << "it ages as before";
}

TEST_F(Online, UnreachablePeersAreSaidSo) {
  std::string url;
  {
    const auto server = serve([](visitor&) {});
    url = server->url("/");
  }
  EXPECT_EQ(outcome(open()->get(url)), "network.unreachable");
}

TEST_F(Online, SaysWhatIsWrongWithItsOptions) {
  const auto refusal = [](const network_options& options) {
    const auto made = online_source::open(options, nullptr);
    return made ? "opened" : std::string(made.why().what.code());
  };
  network_options options;
  EXPECT_EQ(refusal(options), "opened");
  options.trusted_private_hosts = {"localhost:8443"};
  EXPECT_EQ(refusal(options), "opened");
  for (const char* authority :
       {"", "https://localhost", "localhost/", "a@b", "a b", "a:b", "localhost?", "localhost#"}) {
    options.trusted_private_hosts = {authority};
    EXPECT_EQ(refusal(options), "network.authority") << authority;
  }
  options.trusted_private_hosts.clear();
  options.ca_file = scratch_.string() + "/none.pem";
  EXPECT_EQ(refusal(options), "network.ca_file");
  options.ca_file = scratch_.write("not.pem", "no certificate");
  EXPECT_EQ(refusal(options), "network.ca_file");
}

TEST_F(Online, WhatItFetchedCanBeSavedForHostsWithoutNetwork) {
  const auto server = serve([](visitor& who) {
    (void)who.say(who.path() == "/gone" ? with_length("", {}, 410) : with_length("{\"a\":\"\xc3\xa9\"}"));
  });
  snapshot given;
  given.add("https://given.example/a", "given");
  given.add("https://given.example/none", "", 404);
  const auto source = open(&given);
  ASSERT_EQ(outcome(source->get(server->url("/a?b"))), "200");
  ASSERT_EQ(outcome(source->get(server->url("/gone"))), "410");
  ASSERT_EQ(outcome(source->get("https://nowhere.example/")), "test.unknown");
  snapshot all = given;
  source->copy_to(all);
  const std::string directory = scratch_.string() + "/saved";
  const auto saved = all.save(directory);
  ASSERT_TRUE(saved.ok()) << saved.why().text(language::en);
  const auto read = snapshot::load(directory);
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->size(), 5U) << "one gave no answer";
  EXPECT_EQ(*read->get("https://given.example/a").document->body, "given");
  EXPECT_FALSE(read->get("https://given.example/a").document->fetched.has_value());
  EXPECT_EQ(read->get("https://given.example/none").document->status, 404);
  EXPECT_EQ(*read->get(server->url("/a?b")).document->body, "{\"a\":\"\xc3\xa9\"}");
  EXPECT_EQ(read->get(server->url("/a?b")).document->fetched, noon);
  EXPECT_EQ(read->get(server->url("/gone")).document->status, 410);
}

// A verdict from saved documents is that of the day they were saved: who sends visitors elsewhere, and who did not
// answer, is remembered.
TEST_F(Online, WhatIsSavedTellsOfRedirectsAndOfWhatGaveNoAnswer) {
  const auto server = serve([](visitor& who) {
    if (who.path() == "/moved")
      (void)who.say(with_length("moved", "Location: /there\r\n", 302));
    else if (who.path() == "/there")
      (void)who.say(with_length("{}"));
    else
      (void)who.say("no HTTP");
  });
  const auto source = open();
  ASSERT_EQ(outcome(source->get(server->url("/moved"))), "200");
  const std::string silent = server->url("/silent");
  ASSERT_FALSE(source->get(silent).document);
  snapshot all;
  source->copy_to(all);
  const std::string directory = scratch_.string() + "/saved";
  ASSERT_TRUE(all.save(directory).ok());
  const auto read = snapshot::load(directory);
  ASSERT_TRUE(read.ok()) << read.why().text(language::en);
  EXPECT_EQ(read->get(server->url("/moved")).document->url, server->url("/there"));
  const web_answer never = read->get(silent);
  EXPECT_FALSE(never.document);
  EXPECT_EQ(never.why_not.code(), "snapshot.failed");
  EXPECT_TRUE(read->get(server->url("/asked-by-nobody")).why_not.empty());
  EXPECT_EQ(read->serving("{}"), (std::vector<std::string>{server->url("/moved"), server->url("/there")}));
}

TEST(Resolver, TheSystemKnowsLocalhost) {
  const auto found = resolve_by_system("localhost", deadline::clock::now() + std::chrono::seconds(20));
  ASSERT_TRUE(found.ok()) << found.why().text(language::en);
  for (const ip_address& one : *found) EXPECT_EQ(reach_of(one), reach::own) << to_text(one);
  EXPECT_FALSE(found->empty());
}

TEST(Resolver, SaysThatANameCannotBeResolved) {
  // RFC 6761 section 6.4: never a name of anything.
  const auto none = resolve_by_system("no-such-name.invalid.", deadline::clock::now() + std::chrono::seconds(20));
  ASSERT_FALSE(none.ok());
  EXPECT_TRUE(std::string(none.why().what.code()).starts_with("network."));
  EXPECT_EQ(none.why().what.arguments().front(), "no-such-name.invalid");
}

}  // namespace
}  // namespace activateur
