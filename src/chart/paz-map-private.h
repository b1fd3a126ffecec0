/* What the files of the map share: items, classes, the layout of one size, projected outlines. */
#pragma once

#include "chart/paz-map.h"

#include <cairo.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef struct
{
  char     *key;
  char     *name;           /* missions; States are named by the catalogue */
  double    value;
  gboolean  active;
  gboolean  absent;         /* the figure says nothing of it */
  gboolean  boxed;          /* too small to hold its letters: a box beside it, with a line */
  double    lon, lat;       /* of the label, of the headquarters */
  double    anchor[2];      /* lon, lat the line leads to */
  /* of the layout: */
  double    x, y;           /* middle of the label or mark */
  double    ax, ay;         /* where it really is */
  double    radius;         /* of a mission's mark */
  double    box[4];         /* of the label; width 0: not labelled */
} MapItem;

#define MAX_CLASSES 6

typedef struct
{
  double from, to;          /* from <= value < to; the last one holds its end too */
  guint  n;
} MapClass;

struct _PazMap
{
  gatomicrefcount ref_count;
  gboolean        missions;
  GPtrArray      *items;
  char           *title;
  char           *value_title;
  char           *note;
  char           *marking;
  char           *absent_title;
  char           *mark_titles[2];
  char           *origin;         /* State the ways begin at */
  PazChartUnit    unit;
  double          centre;
  MapClass        classes[MAX_CLASSES];
  guint           n_classes;
  gboolean        classed;
  /* the layout: */
  double          width, height, text_scale;
  double          scale, left, top;  /* projected to pixels */
  double          frame[4];
  gboolean        laid_out;
  /* what was drawn last to a screen, without rings; NULL when anything changed */
  cairo_surface_t *picture;
  PazPictureStyle picture_style;
  PazCatalogue   *picture_words;
  double          picture_zoom;
  double          kept_zoom;         /* of a picture that is being kept; 0: on paper */
  cairo_surface_t *borders;          /* of the same size and look, whatever the values; NULL: none */
  double          borders_place[7];
};

#define FONT_SIZE 11.0

MapItem  *paz_map_find_item     (PazMap                *self,
                                 const char            *key);
char     *paz_map_dup_value     (PazMap                *self,
                                 double                 value,
                                 PazCatalogue          *catalogue);
void      paz_map_class         (PazMap                *self);
#define CLASS_ZERO (-1)
#define CLASS_UNKNOWN (-2)
#define CLASS_ABSENT (-3)
int       paz_map_get_class     (PazMap                *self,
                                 double                 value);
int       paz_map_class_of        (PazMap                *self,
                                 const MapItem         *item);
/* Fills the path and clears it: colour, and lines where colour alone would not tell. */
void      paz_map_fill_class    (PazMap                *self,
                                 cairo_t               *cr,
                                 const PazPictureStyle *style,
                                 int                    n);
PazColor  paz_map_class_color   (PazMap                *self,
                                 PazLook                look,
                                 int                    n);
PazColor  paz_map_mix           (PazColor               a,
                                 PazColor               b,
                                 double                 part);

/* Places: a table of labels and one of headquarters. */
guint     paz_map_places_get_n  (void);
void      paz_map_places_fill   (guint                  n,
                                 MapItem               *item);
gboolean  paz_map_places_find   (const char            *acronym,
                                 double                *lon,
                                 double                *lat);

gboolean  paz_map_places_find_state (const char          *iso3,
                                 double                *lon,
                                 double                *lat);

/* Outlines, projected once for the life of the process. Plane units: radii of the Earth. */
void      paz_map_project       (gboolean               world,
                                 double                 lon,
                                 double                 lat,
                                 double                *x,
                                 double                *y);
/* Bounds of what is to be seen: x, y, width, height. */
void      paz_map_get_bounds    (gboolean               world,
                                 double                 bounds[4]);
/* Adds the outlines of the State, "" for the land around, NULL for all, as paths. */
void      paz_map_trace         (PazMap                *self,
                                 cairo_t               *cr,
                                 const char            *iso3);
/* The State at a point of the plane, NULL for none. */
const char *paz_map_shape_at    (double                 x,
                                 double                 y);

double    paz_map_text_scale    (const PazPictureStyle *style);
PangoLayout *paz_map_new_text   (cairo_t               *cr,
                                 const PazPictureStyle *style,
                                 const char            *text,
                                 double                 size,
                                 gboolean               bold);
void      paz_map_lay_out       (PazMap                *self,
                                 double                 width,
                                 double                 height,
                                 const PazPictureStyle *style);
void      paz_map_place_marks   (PazMap                *self,
                                 const PazPictureStyle *style);
void      paz_map_draw_borders  (PazMap                *self,
                                 cairo_t               *cr,
                                 const PazPictureStyle *style);
void      paz_map_set_border    (cairo_t               *cr,
                                 const PazPictureStyle *style);
void      paz_map_draw_ways     (PazMap                *self,
                                 cairo_t               *cr,
                                 const PazPictureStyle *style);
void      paz_map_draw_legend   (PazMap                *self,
                                 cairo_t               *cr,
                                 const PazPictureStyle *style,
                                 PazCatalogue          *catalogue);

G_END_DECLS
