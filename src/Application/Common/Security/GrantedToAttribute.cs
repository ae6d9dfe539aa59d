using CleanApi.Domain.Users;

namespace CleanApi.Application.Common.Security;

/// <summary>The lowest role that has a permission; the roles above it have it too.</summary>
/// <param name="role">The role.</param>
[AttributeUsage(AttributeTargets.Field)]
public sealed class GrantedToAttribute(UserRole role) : Attribute
{
    /// <summary>The role.</summary>
    public UserRole Role { get; } = role;
}
