using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Reads users as responses, with what <c>?include=</c> names.</summary>
[Service]
internal sealed class UserReader(IReadRepository<User> users, IOrganizationService organizations, ICallerContext context)
{
    /// <summary>Returns a user of the caller's organization.</summary>
    /// <exception cref="NotFoundError">There is none with this id.</exception>
    /// <exception cref="AuthorizationError">The caller may not read what is included.</exception>
    public async Task<UserResponse> GetAsync(UserId id, string? include, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync<UserId, UserResponse>(id, cancellationToken) ?? throw NotFoundError.Of(id);
        return include is null ? user : user with { Organization = await IncludedAsync(include, cancellationToken) };
    }

    /// <summary>Returns the caller's own user.</summary>
    /// <exception cref="AuthenticationError">They were deleted in the moment after their credential was checked.</exception>
    /// <exception cref="AuthorizationError">The caller may not read what is included.</exception>
    public async Task<UserResponse> GetSelfAsync(string? include, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(context.RequiredUserId, include, cancellationToken);
        }
        catch (NotFoundError)
        {
            throw new AuthenticationError();
        }
    }

    /// <summary>Returns the organization if it is included; null otherwise.</summary>
    /// <exception cref="AuthorizationError">The caller may not read it.</exception>
    public async Task<OrganizationResponse?> IncludedAsync(string include, CancellationToken cancellationToken) =>
        include != UserIncludes.Organization ? null
        : context.Required.Has(Permissions.OrganizationRead) ? await organizations.GetAsync(cancellationToken)
        : throw MissingPermission.Of(context.Caller, Permissions.OrganizationRead);
}
