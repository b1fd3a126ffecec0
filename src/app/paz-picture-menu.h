/* The menu of a widget that shows a chart or a map: Show as Table, Copy Picture, Save Picture,
 * Copy Values. Opens by its button, a right click or a long press, the Menu key and Shift+F10. */
#pragma once

#include <gtk/gtk.h>

#include "paz-picture-export.h"

G_BEGIN_DECLS

#define PAZ_TYPE_PICTURE_MENU (paz_picture_menu_get_type ())
G_DECLARE_FINAL_TYPE (PazPictureMenu, paz_picture_menu, PAZ, PICTURE_MENU, GtkWidget)

/* What the owner shows, as rows of cells (GStrv), first the headings; its title, which is lent. NULL
 * while it shows nothing. */
typedef GPtrArray *(* PazPictureRows) (GtkWidget   *owner,
                                       const char **title);

/* The side of the button's box, for who leaves its corner free. */
#define PAZ_PICTURE_MENU_SIZE 34

/* A child of the owner, at its upper right; the owner calls allocate from its size_allocate and
 * unparent from its dispose. */
GtkWidget *paz_picture_menu_new       (GtkWidget       *owner,
                                       PazPictureRows   rows);
void       paz_picture_menu_allocate  (PazPictureMenu  *self,
                                       int              width);
/* NULL: nothing of it may leave, only the table is shown. */
void       paz_picture_menu_set_maker (PazPictureMenu  *self,
                                       PazPictureMaker *maker);
void       paz_picture_menu_popup     (PazPictureMenu  *self);

G_END_DECLS
