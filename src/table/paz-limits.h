/* Limits of this room. */
#pragma once

/* Refusals and changes listed one by one; more are only counted. */
#define PAZ_MAX_LISTED 10000
