/* Maps: the 33 States of the region by a value, and where the missions are. One drawing for screen,
 * PNG, SVG and PDF. Filled by one thread, then given away; drawing and asking keep a layout inside,
 * so one thread at a time. Borders are a drawing and say nothing of whose land is whose. */
#pragma once

#include "chart/paz-chart.h"

G_BEGIN_DECLS

typedef struct _PazMap PazMap;

#define PAZ_TYPE_MAP (paz_map_get_type ())
GType        paz_map_get_type        (void) G_GNUC_CONST;
/* All 33 States are there from the start, their values not known. */
PazMap      *paz_map_new_states      (void);
/* The world, empty: see paz_map_add_mission. */
PazMap      *paz_map_new_missions    (void);
PazMap      *paz_map_ref             (PazMap              *self);
void         paz_map_unref           (PazMap              *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PazMap, paz_map_unref)

/* Lines of words in the language of the picture, NULL for none; copied. */
void         paz_map_set_title       (PazMap              *self,
                                      const char          *title);
const char  *paz_map_get_title       (PazMap              *self);
/* What the values are: "Uniformed personnel". */
void         paz_map_set_value_title (PazMap              *self,
                                      const char          *title,
                                      PazChartUnit         unit);
const char  *paz_map_get_value_title (PazMap              *self);
void         paz_map_set_note        (PazMap              *self,
                                      const char          *note);
void         paz_map_set_marking     (PazMap              *self,
                                      const char          *marking);
/* Colours of two hands, below and above; NAN: one ramp in steps that hold about as many States. */
void         paz_map_set_centre      (PazMap              *self,
                                      double               centre);

/* State by ISO 3166-1 alpha-3, mission by acronym: its key. NAN: not known, which is not zero.
 * FALSE when there is none of that key. */
gboolean     paz_map_set_value       (PazMap              *self,
                                      const char          *key,
                                      double               value);
double       paz_map_get_value       (PazMap              *self,
                                      const char          *key);
/* The figure says nothing of it, as a share of nobody: neither not known nor zero. TRUE as above; a
 * value set later takes it back. */
gboolean     paz_map_set_absent      (PazMap              *self,
                                      const char          *key);
gboolean     paz_map_is_absent       (PazMap              *self,
                                      const char          *key);
/* Why, in words: "Nobody deployed". NULL: "Does not apply". */
void         paz_map_set_absent_title (PazMap             *self,
                                      const char          *title);
const char  *paz_map_get_absent_title (PazMap             *self,
                                      PazCatalogue        *catalogue);
/* A mark as large as its value. name in the language of the picture. FALSE, and no mark, where
 * nobody knows the place: see paz_map_has_place. */
gboolean     paz_map_add_mission     (PazMap              *self,
                                      const char          *acronym,
                                      const char          *name,
                                      gboolean             active,
                                      double               value);
/* The same at a place the caller knows, in degrees. FALSE when there is one of that acronym. */
gboolean     paz_map_place_mission   (PazMap              *self,
                                      const char          *acronym,
                                      const char          *name,
                                      gboolean             active,
                                      double               value,
                                      double               longitude,
                                      double               latitude);
/* What full and open marks are; NULL: "Active", "Ended". */
void         paz_map_set_mark_titles (PazMap              *self,
                                      const char          *full,
                                      const char          *open);
/* Ways from that State to each mission with a value above zero; NULL: none. */
void         paz_map_set_origin      (PazMap              *self,
                                      const char          *iso3);
/* Headquarters of a mission by acronym, one or two of the oldest aside. */
gboolean     paz_map_has_place       (const char          *acronym);

guint        paz_map_get_n_keys      (PazMap              *self);
const char  *paz_map_get_key         (PazMap              *self,
                                      guint                n);
gboolean     paz_map_has_key         (PazMap              *self,
                                      const char          *key);
/* "Peru", a mission's acronym and name. */
char        *paz_map_dup_name        (PazMap              *self,
                                      const char          *key,
                                      PazCatalogue        *catalogue);
/* The value alone; "–" where not known. */
char        *paz_map_dup_number      (PazMap              *self,
                                      const char          *key,
                                      PazCatalogue        *catalogue);
/* "Peru: 412 (uniformed personnel)". */
char        *paz_map_dup_value_text  (PazMap              *self,
                                      const char          *key,
                                      PazCatalogue        *catalogue);
/* What a screen reader says of the whole. */
char        *paz_map_dup_description (PazMap              *self,
                                      PazCatalogue        *catalogue);
/* Rows of cells (GStrv), the largest value first, headings before them. */
GPtrArray   *paz_map_to_table        (PazMap              *self,
                                      PazCatalogue        *catalogue) G_GNUC_WARN_UNUSED_RESULT;

/* selected, focus: keys or NULL. From 0, 0 of the cairo context; at any size. */
void         paz_map_draw            (PazMap                *self,
                                      cairo_t               *cr,
                                      double                 width,
                                      double                 height,
                                      const PazPictureStyle *style,
                                      PazCatalogue          *catalogue,
                                      const char            *selected,
                                      const char            *focus);
/* The key at x, y; NULL for none. */
const char  *paz_map_hit             (PazMap                *self,
                                      double                 width,
                                      double                 height,
                                      const PazPictureStyle *style,
                                      double                 x,
                                      double                 y);
/* The box of its label or mark: x, y, width, height. */
gboolean     paz_map_locate          (PazMap                *self,
                                      double                 width,
                                      double                 height,
                                      const PazPictureStyle *style,
                                      const char            *key,
                                      double                 rectangle[4]);

typedef enum
{
  PAZ_MAP_NORTH,
  PAZ_MAP_SOUTH,
  PAZ_MAP_EAST,
  PAZ_MAP_WEST,
  PAZ_MAP_FIRST,       /* in the order of keys */
  PAZ_MAP_LAST,
  PAZ_MAP_NEXT,
  PAZ_MAP_PREVIOUS,
} PazMapMove;
/* The nearest in that direction; NULL when nothing lies there. key NULL: the first. */
const char  *paz_map_move            (PazMap                *self,
                                      double                 width,
                                      double                 height,
                                      const PazPictureStyle *style,
                                      const char            *key,
                                      PazMapMove             move);

/* See paz_picture_write. */
gboolean     paz_map_write           (PazMap                *self,
                                      const char            *path,
                                      PazPictureFormat       format,
                                      double                 width,
                                      double                 height,
                                      const PazPictureStyle *style,
                                      PazCatalogue          *catalogue,
                                      GCancellable          *cancellable,
                                      GError               **error);

G_END_DECLS
