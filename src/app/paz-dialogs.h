/* The dialogs of the toolkit that later versions replace, behind the shape of the later ones. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef enum
{
  PAZ_FILES_STORE,     /* *.relacopaz */
  PAZ_FILES_FIGURES,   /* *.csv */
  PAZ_FILES_WORKBOOK,  /* *.xlsx */
  PAZ_FILES_PAGES,     /* *.pdf */
  PAZ_FILES_DOCUMENT,  /* *.docx */
  PAZ_FILES_TRANSLATIONS, /* *.po */
  PAZ_FILES_PICTURE,   /* *.png, *.svg, *.pdf: a target always ends in one of them */
} PazFiles;

void    paz_choose_file_async    (GtkWindow            *parent,
                                  const char           *title,
                                  PazFiles              files,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
/* folder may be NULL. The dialog itself asks before an existing file is replaced. */
void    paz_choose_target_async  (GtkWindow            *parent,
                                  const char           *title,
                                  PazFiles              files,
                                  const char           *folder,
                                  const char           *name,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
void    paz_choose_folder_async  (GtkWindow            *parent,
                                  const char           *title,
                                  const char           *folder,
                                  GAsyncReadyCallback   callback,
                                  gpointer              data);
/* Of all three. NULL with G_IO_ERROR_CANCELLED when the person closed it, with G_IO_ERROR_EXISTS when
 * a picture of the name with the ending it lacked is there already. */
GFile  *paz_choose_finish        (GAsyncResult         *result,
                                  GError              **error);

/* One sentence and a Close button. */
void    paz_tell                 (GtkWindow            *parent,
                                  const char           *heading,
                                  const char           *body);
/* Opens with the program the person has for it; folder: the folder that holds it. */
void    paz_show_file            (GtkWindow            *parent,
                                  const char           *path,
                                  gboolean              folder);
void    paz_show_about           (GtkWindow            *parent);

G_END_DECLS
