// The precompiled header of the engine is attached to this file.
