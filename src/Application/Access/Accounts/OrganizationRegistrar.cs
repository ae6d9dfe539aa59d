using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates an organization with its first administrator, for the account of an email address that was just verified.</summary>
[Service]
internal sealed class OrganizationRegistrar(
    AccountService accounts,
    IOrganizationService organizations,
    IUserProvisioner users,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock)
{
    /// <summary>The audit action.</summary>
    public const string Action = "account.registered";

    /// <summary>Runs work as the first administrator of an organization; the work creates both.</summary>
    /// <param name="work">The work.</param>
    /// <param name="organizationId">The id of the organization; null or default for a new one.</param>
    public Task<T> RunAsAdministratorAsync<T>(Func<Task<T>> work, OrganizationId? organizationId = null)
    {
        var now = clock.GetUtcNow();
        var organization = organizationId is { } given && given != default ? given : TypeId.New<OrganizationId>(now);
        return context.RunAsAsync(new SystemCaller(organization, TypeId.New<UserId>(now)), work);
    }

    /// <summary>Creates the caller's organization and user and joins the account. Joins the caller's unit of work.</summary>
    /// <param name="organizationName">The name of the organization.</param>
    /// <param name="name">The name of the user.</param>
    /// <param name="email">The verified address.</param>
    /// <param name="account">The account of the address, tracked; null when it has none: then it is created.</param>
    /// <param name="passwordHash">The password of a new account; null when it has none.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="DuplicateValueError">The address has an account already, or the organization exists; found when it is saved.</exception>
    public async Task<Account> RegisterAsync(
        string organizationName, string name, EmailAddress email, Account? account, string? passwordHash, CancellationToken cancellationToken)
    {
        // The account first: local ones of the address end in their own organizations, before anything of this one is there.
        if (account is null)
        {
            account = await accounts.CreateAsync(email, passwordHash, cancellationToken);
        }
        else
        {
            accounts.Join(account);
        }

        await organizations.CreateAsync(organizationName, cancellationToken);
        await users.CreateAsync(email, name, UserRole.Admin, cancellationToken);
        audit.Record(Action, account);
        return account;
    }
}
