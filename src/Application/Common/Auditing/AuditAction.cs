using System.Reflection;

namespace CleanApi.Application.Common.Auditing;

/// <summary>The audit action of a request type, cached.</summary>
internal static class AuditAction
{
    /// <summary>The action; null for a request without one.</summary>
    public static string? Of<TRequest>() => For<TRequest>.Action;

    private static class For<TRequest>
    {
        public static readonly string? Action = typeof(TRequest).GetCustomAttribute<AuditedAttribute>(inherit: false)?.Action;
    }
}
