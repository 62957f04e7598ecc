#pragma once

#include "training_state.hpp"

namespace ropescope::detail {

/// Moves the parameters against their gradients, and counts the step; run.gradients are used up. Answers
/// diverged, and says so in the header, where a parameter would grow past maxParameter: then none is moved.
[[nodiscard]] Status update(Run& run) noexcept;

}  // namespace ropescope::detail
