; The installer for Windows: for one user, without any rights, in five languages.
;
;   makensis -DVERSION=0.1.0 -DPROGRAM=folder -DICON=smartgoals.ico -DOUTPUT=setup.exe smartgoals.nsi
;
; packaging/windows_installer.py calls it so. An older version is replaced, whole; the plans, in
; the user's own data folder, are never touched, neither here nor by the uninstaller.

Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user

!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "SmartGoals"
!define PROGRAM_EXE "SmartGoals.exe"
!define PLAN_KIND "SmartGoals.Plan"
!define PLAN_SUFFIX ".smartgoals"
!define MIME_TYPE "application/x-smartgoals-plan"
!define CLASSES "Software\Classes"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CAPABILITIES "Software\${NAME}\Capabilities"

Name "${NAME}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} setup"
VIAddVersionKey LegalCopyright "The SmartGoals authors, MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
; Asked once, and kept for the next version and for the uninstaller.
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${NAME}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM_EXE}"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "Italian"
!insertmacro MUI_LANGUAGE "Norwegian"
!insertmacro MUI_LANGUAGE "Turkish"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString PlanFile ${LANG_ENGLISH} "SmartGoals plan"
LangString PlanFile ${LANG_INDONESIAN} "Rencana SmartGoals"
LangString PlanFile ${LANG_ITALIAN} "Piano di SmartGoals"
LangString PlanFile ${LANG_NORWEGIAN} "SmartGoals-plan"
LangString PlanFile ${LANG_TURKISH} "SmartGoals planı"

LangString Purpose ${LANG_ENGLISH} "Make SMART plans for social media"
LangString Purpose ${LANG_INDONESIAN} "Buat rencana SMART untuk media sosial"
LangString Purpose ${LANG_ITALIAN} "Crea piani SMART per i social media"
LangString Purpose ${LANG_NORWEGIAN} "Lag SMART-planer for sosiale medier"
LangString Purpose ${LANG_TURKISH} "Sosyal medya için SMART planlar yapın"

LangString IsOpen ${LANG_ENGLISH} "SmartGoals is open. Please close it, then try again."
LangString IsOpen ${LANG_INDONESIAN} "SmartGoals sedang terbuka. Tutup dahulu, lalu coba lagi."
LangString IsOpen ${LANG_ITALIAN} "SmartGoals è aperto. Chiudilo e riprova."
LangString IsOpen ${LANG_NORWEGIAN} "SmartGoals er åpent. Lukk det, og prøv igjen."
LangString IsOpen ${LANG_TURKISH} "SmartGoals açık. Lütfen kapatıp yeniden deneyin."

; The settings may have put them elsewhere; the folder that is named then is not to be read here.
LangString PlansStay ${LANG_ENGLISH} "SmartGoals is removed. Your plans stay where they are: in the folder that you chose for them, or else in $LOCALAPPDATA\smartgoals."
LangString PlansStay ${LANG_INDONESIAN} "SmartGoals telah dihapus. Rencana Anda tetap di tempatnya: di folder yang Anda pilih, atau kalau tidak, di $LOCALAPPDATA\smartgoals."
LangString PlansStay ${LANG_ITALIAN} "SmartGoals è stato rimosso. I tuoi piani restano dove sono: nella cartella che hai scelto o, altrimenti, in $LOCALAPPDATA\smartgoals."
LangString PlansStay ${LANG_NORWEGIAN} "SmartGoals er fjernet. Planene dine blir der de er: i mappen du har valgt, eller ellers i $LOCALAPPDATA\smartgoals."
LangString PlansStay ${LANG_TURKISH} "SmartGoals kaldırıldı. Planlarınız yerinde kalır: seçtiğiniz klasörde, seçmediyseniz $LOCALAPPDATA\smartgoals klasöründe."

; A program that runs cannot be written to: wait until it is closed, or stop.
!macro WAIT_UNTIL_CLOSED
  try_again:
    IfFileExists "$INSTDIR\${PROGRAM_EXE}" 0 closed
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM_EXE}" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IsOpen)" /SD IDCANCEL IDRETRY try_again
    Abort
  free:
    FileClose $0
  closed:
!macroend

; Only what was put there; a folder that holds anything else stays.
!macro REMOVE_PROGRAM
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${PROGRAM_EXE}"
  Delete "$INSTDIR\smartgoals-cli.exe"
  Delete "$INSTDIR\LICENCE.txt"
  Delete "$INSTDIR\THIRD-PARTY-LICENCES.txt"
!macroend

!macro TELL_EXPLORER
  ; SHCNE_ASSOCCHANGED: what belongs to which program has changed.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Install"
  !insertmacro WAIT_UNTIL_CLOSED
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${PROGRAM}/*.*"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM_EXE}" "" "" "" "" "" "$(Purpose)"

  WriteRegStr HKCU "${CLASSES}\${PLAN_KIND}" "" "$(PlanFile)"
  WriteRegStr HKCU "${CLASSES}\${PLAN_KIND}\DefaultIcon" "" "$INSTDIR\${PROGRAM_EXE},0"
  WriteRegStr HKCU "${CLASSES}\${PLAN_KIND}\shell\open\command" "" '"$INSTDIR\${PROGRAM_EXE}" "%1"'
  WriteRegStr HKCU "${CLASSES}\${PLAN_SUFFIX}" "" "${PLAN_KIND}"
  WriteRegStr HKCU "${CLASSES}\${PLAN_SUFFIX}" "Content Type" "${MIME_TYPE}"
  WriteRegStr HKCU "${CLASSES}\${PLAN_SUFFIX}\OpenWithProgids" "${PLAN_KIND}" ""
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationName" "${NAME}"
  WriteRegStr HKCU "${CAPABILITIES}" "ApplicationDescription" "$(Purpose)"
  WriteRegStr HKCU "${CAPABILITIES}\FileAssociations" "${PLAN_SUFFIX}" "${PLAN_KIND}"
  WriteRegStr HKCU "Software\RegisteredApplications" "${NAME}" "${CAPABILITIES}"

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM_EXE}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The SmartGoals authors"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  !insertmacro TELL_EXPLORER
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey HKCU "${CLASSES}\${PLAN_KIND}"
  DeleteRegValue HKCU "${CLASSES}\${PLAN_SUFFIX}\OpenWithProgids" "${PLAN_KIND}"
  ReadRegStr $0 HKCU "${CLASSES}\${PLAN_SUFFIX}" ""
  StrCmp $0 "${PLAN_KIND}" 0 others_suffix
    DeleteRegKey HKCU "${CLASSES}\${PLAN_SUFFIX}"
  others_suffix:
  DeleteRegValue HKCU "Software\RegisteredApplications" "${NAME}"
  DeleteRegKey HKCU "Software\${NAME}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TELL_EXPLORER
  MessageBox MB_OK|MB_ICONINFORMATION "$(PlansStay)" /SD IDOK
SectionEnd
