namespace CleanApi.Application.Common.Security;

/// <summary>Allows only callers with a permission.</summary>
/// <param name="permission">One of <see cref="Permissions"/>.</param>
public sealed class RequiresPermissionAttribute(string permission) : RequestAccessAttribute
{
    /// <summary>What is told where a request says nothing of its own.</summary>
    internal const string DefaultDenied = "Insufficient permissions";

    /// <summary>One of <see cref="Permissions"/>.</summary>
    public string Permission { get; } = permission;

    /// <summary>Also allows the user that the request is about (<see cref="IAboutUser"/>), whatever their role.</summary>
    public bool OrSelf { get; init; }

    /// <summary>Also allows every person of the organization, whatever their role. An API key still needs the permission.</summary>
    public bool OrPerson { get; init; }

    /// <summary>A further permission for requests about another user (<see cref="IAboutUser"/>); null for none.</summary>
    public string? ForOthers { get; init; }

    /// <summary>A further permission: what the request tells is also told by what that permits; null for none.</summary>
    public string? Also { get; init; }

    /// <summary>The message when the permission is missing.</summary>
    public string Denied { get; init; } = DefaultDenied;
}
