using System.Reflection;

namespace CleanApi.Application.Common.Auditing;

/// <summary>What a request type leaves in the audit log, read once.</summary>
internal static class AuditPolicy
{
    internal static class For<TRequest>
    {
        /// <summary>The action; null when the request is not audited.</summary>
        public static readonly string? Action = typeof(TRequest).GetCustomAttribute<AuditedAttribute>(inherit: false)?.Action;

        /// <summary>The module that the request belongs to: the last part of its namespace.</summary>
        public static readonly string Module = typeof(TRequest).Namespace!.Split('.')[^1];
    }
}
