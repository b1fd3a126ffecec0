/* Pictures: one drawing to screen, PNG, SVG and PDF. What charts and the map share: looks, colours
 * and the writing of files. */
#pragma once

#include <gio/gio.h>

#include "base/paz-catalogue.h"

G_BEGIN_DECLS

typedef struct _cairo cairo_t;

typedef enum
{
  PAZ_LOOK_LIGHT,
  PAZ_LOOK_DARK,
  PAZ_LOOK_CONTRAST,       /* black on white, no grey */
  PAZ_LOOK_CONTRAST_DARK,  /* white on black */
  PAZ_LOOK_PRINT,          /* reads in grey; every area has a pattern */
} PazLook;
#define PAZ_N_LOOKS 5

/* How a picture looks. Zeroed with a look it is complete. */
typedef struct
{
  PazLook     look;
  double      text_scale;  /* 1.0, or 0: as the person set it, 2.0 is 200 % */
  const char *font;        /* family; NULL: "sans" */
  gboolean    clear;       /* no background of its own: it stands on the window's */
  gboolean    untitled;    /* its title is said beside it */
  double      corner;      /* points kept free at the upper right: a button stands there */
} PazPictureStyle;

typedef struct
{
  double red, green, blue, alpha;
} PazColor;

/* Of a look: */
PazColor paz_look_get_paper  (PazLook look);
PazColor paz_look_get_ink    (PazLook look);
/* Second in rank: axis labels, notes. */
PazColor paz_look_get_faint  (PazLook look);
/* Grid lines and frames. */
PazColor paz_look_get_line   (PazLook look);
PazColor paz_look_get_accent (PazLook look);
/* Of series that stand side by side, in order; neighbours are apart for colour-blind readers too,
 * and each is at least 3:1 on the paper. */
#define PAZ_N_SERIES_COLORS 8
PazColor paz_look_get_series (PazLook look,
                              guint   n);
/* Of a quantity, fraction 0 (least) to 1 (most): light to dark, or dark to light on dark paper. */
PazColor paz_look_get_ramp   (PazLook look,
                              double  fraction);
/* The ink or paper, whichever reads better on the colour. */
PazColor paz_look_get_on     (PazLook  look,
                              PazColor color);
/* WCAG 2 relation of luminances, 1 to 21. */
double   paz_color_contrast  (PazColor a,
                              PazColor b);
/* Fills the path with lines over what is there: unknown, or a series that must read without
 * colour. n: 0 to 7, see PAZ_HATCH_UNKNOWN. Clears the path. */
#define PAZ_HATCH_UNKNOWN 0
void     paz_picture_hatch   (cairo_t *cr,
                              guint    n,
                              PazColor color,
                              double   spacing);
/* The same on a ground, at the cost of one fill where the lines are a tile. */
void     paz_picture_hatch_over (cairo_t *cr,
                                 guint    n,
                                 PazColor ground,
                                 PazColor color,
                                 double   spacing);

typedef enum
{
  PAZ_PICTURE_PNG,   /* twice the size in pixels, sharp on paper */
  PAZ_PICTURE_SVG,
  PAZ_PICTURE_PDF,
} PazPictureFormat;

/* "png", "svg", "pdf" */
const char *paz_picture_format_get_ending (PazPictureFormat  format);
/* By the ending of a file name, in any case; FALSE when it is none of the three. */
gboolean    paz_picture_format_from_path  (const char       *path,
                                           PazPictureFormat *format);

/* width, height: points of 1/96 inch, as given to paz_picture_write. */
typedef void (* PazPictureDraw) (cairo_t  *cr,
                                 double    width,
                                 double    height,
                                 gpointer  data);

/* Whole or not at all: written beside and renamed. The same picture gives the same bytes; no date
 * is in them. title: in the properties of a PDF, may be NULL. G_IO_ERROR, G_FILE_ERROR. */
gboolean paz_picture_write (const char        *path,
                            PazPictureFormat   format,
                            double             width,
                            double             height,
                            const char        *title,
                            PazPictureDraw     draw,
                            gpointer           data,
                            GCancellable      *cancellable,
                            GError           **error);
/* The bytes of such a file, for the clipboard. */
GBytes  *paz_picture_dup   (PazPictureFormat   format,
                            double             width,
                            double             height,
                            const char        *title,
                            PazPictureDraw     draw,
                            gpointer           data,
                            GCancellable      *cancellable,
                            GError           **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
