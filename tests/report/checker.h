/* What the report's tests share: the checker of conventions, files, locales, small disks. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Runs check-workbook.py; its lines are the failure. */
void     checker_check_workbook   (const char *path);
/* Runs a program and returns what it wrote; asserts success. */
char    *checker_run              (const char * const *argv);
guint    checker_count_files      (const char *folder);
void     checker_assert_same_bytes (const char *one,
                                   const char *two);
void     checker_assert_holds     (const char *path,
                                   const char *text);
/* Removes a folder with its contents. */
void     checker_remove           (const char *folder);

/* Makes es_AR, pt_BR and tr_TR with localedef in a private LOCPATH: first thing in main. */
void     checker_prepare_locales  (void);
gboolean checker_enter_locale     (const char *name);

/* Bytes a file may have; 0: no limit. */
void     checker_limit_files      (guint64     bytes);
/* Whether this process may mount in a namespace of its own; enters it at the first call. */
gboolean checker_can_mount        (void);
void     checker_mount            (const char *folder,
                                   guint       kib);
void     checker_unmount          (const char *folder);

G_END_DECLS
