namespace CleanApi.Application.Common.Security;

/// <summary>Only for callers whose role carries the permission.</summary>
/// <param name="permission">One of <see cref="Permissions"/>.</param>
public sealed class RequiresPermissionAttribute(string permission) : RequestAccessAttribute
{
    /// <summary>One of <see cref="Permissions"/>.</summary>
    public string Permission { get; } = permission;

    /// <summary>Also for the user that the request is about (<see cref="IAboutUser"/>), whatever their role.</summary>
    public bool OrSelf { get; init; }

    /// <summary>A further permission for requests about somebody else (<see cref="IAboutUser"/>); null: the first one is enough.</summary>
    public string? ForOthers { get; init; }

    /// <summary>What others are told.</summary>
    public string Denied { get; init; } = "Insufficient permissions";
}
