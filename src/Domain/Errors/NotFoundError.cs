using CleanApi.Domain.Common;

namespace CleanApi.Domain.Errors;

/// <summary>404: the resource does not exist, is deleted, or belongs to another organization; the message does not say which.</summary>
public sealed class NotFoundError : AppException
{
    /// <summary>The resource was not found.</summary>
    /// <param name="resource">The resource's name with a capital: <c>User</c>.</param>
    public NotFoundError(string resource)
        : base($"{resource} not found", ErrorCodes.NotFound, 404, Sought($"There is no such {Noun(resource)}"))
    {
    }

    /// <summary>The resource with an id was not found.</summary>
    /// <param name="resource">The resource's name with a capital: <c>User</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    /// <param name="scope">Where it was looked for.</param>
    public NotFoundError(string resource, string id, string scope = "in this organization")
        : base($"{resource} with ID {id} not found", ErrorCodes.NotFound, 404, Sought($"No {Noun(resource)} with ID {id} {scope}"))
    {
    }

    /// <summary>What the id names is unknown to the caller.</summary>
    public static NotFoundError Of<TId>(TId id)
        where TId : struct, ITypeId<TId> => new($"{char.ToUpperInvariant(TId.Noun[0])}{TId.Noun[1..]}", TypeId.Format(id));

    private static List<ErrorDetail> Sought(string message) => [new(null, FieldCodes.NotFound, message)];

    // API key stays as it is.
    private static string Noun(string resource) => resource is [_, var second, ..] && char.IsLower(second) ? char.ToLowerInvariant(resource[0]) + resource[1..] : resource;
}
