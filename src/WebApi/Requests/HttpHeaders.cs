namespace CleanApi.WebApi.Requests;

/// <summary>Header names that ASP.NET Core has no property for.</summary>
internal static class HttpHeaders
{
    public const string RequestId = "X-Request-ID";
    public const string CorrelationId = "X-Correlation-ID";
    public const string ResponseTime = "X-Response-Time";
    public const string ReferrerPolicy = "Referrer-Policy";
    public const string PermissionsPolicy = "Permissions-Policy";
    public const string UserId = "X-User-Id";
    public const string LastEventId = "Last-Event-ID";
    public const string IdempotencyReplayed = "Idempotency-Replayed";
}
