/* The map on its way out: made anew from what the readers may see. No widgets. */
#pragma once

#include "paz-map-choice.h"
#include "paz-picture-export.h"

G_BEGIN_DECLS

/* Keeps a copy of the choice. */
PazPictureMaker *paz_map_picture_new_maker (const PazMapChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
