namespace CleanApi.Domain.Errors;

/// <summary>404: never existed, is deleted, or belongs to another organization; which of them is not told.</summary>
public sealed class NotFoundError : AppException
{
    /// <summary>A resource of that name does not exist.</summary>
    /// <param name="resource">The resource's name with a capital: <c>User</c>.</param>
    /// <param name="id">The id that was asked for.</param>
    public NotFoundError(string resource, string? id = null)
        : base(id is null ? $"{resource} not found" : $"{resource} with ID {id} not found", ErrorCodes.NotFound, 404, Named(resource, id))
    {
    }

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
