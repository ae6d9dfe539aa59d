using System.Reflection;
using System.Text.Json;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Application.Common.Auditing;

/// <summary>What a request of a type is about, before it has been looked up: the user that it names (<see cref="IAboutUser"/>), else the id that it has as its <c>Id</c>. Cached.</summary>
/// <typeparam name="TRequest">The request.</typeparam>
internal static class RequestTarget<TRequest>
{
    private static readonly Func<TRequest, (string Type, string Id)>? Read = Create();

    /// <summary>What is known of a request's target.</summary>
    public static AuditTarget Of(OrganizationId organizationId, TRequest request) =>
        Read?.Invoke(request) is (var type, var id) ? new AuditTarget(organizationId, type, id) : new AuditTarget(organizationId);

    private static Func<TRequest, (string Type, string Id)>? Create() =>
        typeof(TRequest).IsAssignableTo(typeof(IAboutUser)) ? request => ("user", TypeId.Format(((IAboutUser)request!).Id))
        : typeof(TRequest).GetProperty("Id") is { } property && TypeId.IsTypeId(property.PropertyType)
            ? typeof(RequestTarget<TRequest>).GetMethod(nameof(Reader), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(property.PropertyType)
                .CreateDelegate<Func<PropertyInfo, Func<TRequest, (string, string)>>>()(property)
            : null;

    private static Func<TRequest, (string Type, string Id)> Reader<TId>(PropertyInfo property)
        where TId : struct, ITypeId<TId>
    {
        var get = property.GetMethod!.CreateDelegate<Func<TRequest, TId>>();
        // PostId is of a post: the name that an entry of a change has.
        var type = JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(TId).Name[..^"Id".Length]);
        return request => (type, TypeId.Format(get(request)));
    }
}
