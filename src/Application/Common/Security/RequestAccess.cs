using System.Reflection;
using MediatR;

namespace CleanApi.Application.Common.Security;

/// <summary>The access rule of a request type, cached.</summary>
public static class RequestAccess
{
    /// <summary>The rule of a type; null when it has none, or more than one.</summary>
    public static RequestAccessAttribute? Of(Type request) =>
        request.GetCustomAttributes<RequestAccessAttribute>(inherit: false).ToArray() is [var rule] ? rule : null;

    /// <summary>Verifies at startup that every request type has exactly one access rule, with an existing permission.</summary>
    /// <exception cref="InvalidOperationException">Lists the types without one.</exception>
    public static void Verify(Assembly assembly)
    {
        var known = typeof(Permissions).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        var wrong = RequestTypes(assembly)
            .Where(type => IsStream(type) || Of(type) is not { } rule || (rule is RequiresPermissionAttribute needed && !(known.Contains(needed.Permission) && known.Contains(needed.Also ?? needed.Permission))))
            .Select(type => type.FullName)
            .ToList();
        if (wrong.Count > 0)
        {
            throw new InvalidOperationException(
                $"These requests do not say who may send them; give each [RequiresPermission], [AuthenticatedOnly], [PlatformOnly] or [AllowAnonymous]: {string.Join(", ", wrong)}");
        }
    }

    /// <summary>All request types of an assembly.</summary>
    public static IEnumerable<Type> RequestTypes(Assembly assembly) =>
        assembly.GetTypes().Where(type => type is { IsAbstract: false, IsInterface: false, IsGenericTypeDefinition: false } && (type.IsAssignableTo(typeof(IBaseRequest)) || IsStream(type)));

    // Streams bypass IPipelineBehavior, and so authorization.
    private static bool IsStream(Type type) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IStreamRequest<>));

    internal static class For<TRequest>
    {
        /// <summary>The rule, cached per request type.</summary>
        public static readonly RequestAccessAttribute Rule =
            Of(typeof(TRequest)) ?? throw new InvalidOperationException($"{typeof(TRequest).Name} does not say who may send it.");
    }
}
