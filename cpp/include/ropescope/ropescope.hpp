#pragma once

/// Positional encodings of transformers in plain C++20. Every function fills spans that it is given,
/// row-major, allocates and throws nothing, and keeps no state, so that it may be called from many threads.

#include "ropescope/alibi.hpp"
#include "ropescope/frequencies.hpp"
#include "ropescope/learned.hpp"
#include "ropescope/precision.hpp"
#include "ropescope/rotary.hpp"
#include "ropescope/scaling.hpp"
#include "ropescope/scores.hpp"
#include "ropescope/sinusoidal.hpp"
#include "ropescope/status.hpp"
#include "ropescope/training.hpp"
