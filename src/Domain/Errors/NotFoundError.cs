using CleanApi.Domain.Common;

namespace CleanApi.Domain.Errors;

/// <summary>404: the resource does not exist, is deleted, or belongs to another organization; the message does not say which.</summary>
public sealed class NotFoundError : AppException
{
    /// <summary>The resource was not found.</summary>
    /// <param name="resource">The resource's name with a capital: <c>User</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    public NotFoundError(string resource, string? id = null)
        : base(id is null ? $"{resource} not found" : $"{resource} with ID {id} not found", ErrorCodes.NotFound, 404, Named(resource, id))
    {
    }

    /// <summary>What the id names is unknown to the caller.</summary>
    public static NotFoundError Of<TId>(TId id)
        where TId : struct, ITypeId<TId> => new($"{char.ToUpperInvariant(TId.Noun[0])}{TId.Noun[1..]}", TypeId.Format(id));

    private static List<ErrorDetail> Named(string resource, string? id)
    {
        List<ErrorDetail> details = [new("resource", FieldCodes.NotFound, resource)];
        if (id is not null)
        {
            details.Add(new ErrorDetail("id", FieldCodes.NotFound, id));
        }

        return details;
    }
}
