{{- define "cloudcare.labels" -}}
app.kubernetes.io/name: {{ .service }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
{{- end }}

{{- define "cloudcare.allLabels" -}}
{{ include "cloudcare.labels" . }}
app.kubernetes.io/part-of: cloudcare
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
{{- end }}
