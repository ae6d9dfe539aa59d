using System.Reflection;
using System.Text.Json;

namespace CleanApi.Application.Common.Auditing;

/// <summary>The audit action of a request type, cached.</summary>
internal static class AuditAction
{
    /// <summary>The action; null for a request without one.</summary>
    public static string? Of<TRequest>() => For<TRequest>.Action;

    /// <summary>The action of a refused request: one without its own has its name, as <c>list_users</c>.</summary>
    public static string OfRefused<TRequest>() => For<TRequest>.Refused;

    private static class For<TRequest>
    {
        public static readonly string? Action = typeof(TRequest).GetCustomAttribute<AuditedAttribute>(inherit: false)?.Action;

        public static readonly string Refused = Action ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(TRequest).Name);
    }
}
