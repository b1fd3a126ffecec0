/* Preferences of this person on this machine (schema org.relacopaz.Relacopaz). Where the schema
 * is not installed they hold for the life of the process. Emits GObject "changed::<key>". */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PAZ_SETTING_LANGUAGE         "interface-language"
#define PAZ_SETTING_APPEARANCE       "appearance"
#define PAZ_SETTING_REPORT_LANGUAGE  "report-language"
#define PAZ_SETTING_REPORT_TERMS     "report-terms"
#define PAZ_SETTING_REPORT_NAME      "report-name"
#define PAZ_SETTING_REPORT_PAPER     "report-paper"
#define PAZ_SETTING_REPORT_FOLDER    "report-folder"
#define PAZ_SETTING_TEXTS_VIEW       "texts-view"
#define PAZ_SETTING_TEXTS_LANGUAGE   "texts-language"
#define PAZ_SETTING_RECENT_FILES     "recent-files"
#define PAZ_SETTING_RECENT_WORKBOOKS "recent-workbooks"
#define PAZ_SETTING_RECENT_RECORDS   "recent-records"     /* ids, of any file */
#define PAZ_SETTING_RECENT_SEARCHES  "recent-searches"
#define PAZ_SETTING_CLOSED_AREAS     "closed-areas"       /* of the sidebar, by key */
#define PAZ_SETTING_LIST_LAYOUTS     "list-layouts"
#define PAZ_SETTING_FIGURES_VIEWS    "figures-views"
#define PAZ_SETTING_MAP_VIEW         "map-view"

#define PAZ_TYPE_SETTINGS (paz_settings_get_type ())
G_DECLARE_FINAL_TYPE (PazSettings, paz_settings, PAZ, SETTINGS, GObject)

/* The one of the process; lends. */
PazSettings  *paz_settings_get          (void);

char         *paz_settings_dup_text     (PazSettings        *self,
                                         const char         *key);
void          paz_settings_set_text     (PazSettings        *self,
                                         const char         *key,
                                         const char         *text);
char        **paz_settings_dup_list     (PazSettings        *self,
                                         const char         *key);
/* Puts text first, drops where it stood before, keeps ten. */
void          paz_settings_remember     (PazSettings        *self,
                                         const char         *key,
                                         const char         *text);
void          paz_settings_forget       (PazSettings        *self,
                                         const char         *key,
                                         const char         *text);
void          paz_settings_get_window   (PazSettings        *self,
                                         int                *width,
                                         int                *height,
                                         gboolean           *maximized);
void          paz_settings_set_window   (PazSettings        *self,
                                         int                 width,
                                         int                 height,
                                         gboolean            maximized);

G_END_DECLS
