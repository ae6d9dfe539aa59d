using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Mail;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using CleanApi.Application.Common.Web;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Creates an organization with its first administrator and their account, after the email address was verified.</summary>
[Service]
internal sealed class OrganizationRegistrar(
    AccountService accounts,
    IOrganizationService organizations,
    IUserProvisioner users,
    IMailOutbox mails,
    IAuditTrail audit,
    ICallerContext context,
    SiteAddress site,
    TimeProvider clock)
{
    /// <summary>The audit action.</summary>
    public const string Action = "account.registered";

    /// <summary>Runs work as the first administrator of an organization; the work creates both.</summary>
    public Task<T> RunAsAdministratorAsync<T>(Func<Task<T>> work)
    {
        var now = clock.GetUtcNow();
        return context.RunAsAsync(new SystemCaller(TypeId.New<OrganizationId>(now), TypeId.New<UserId>(now)), work);
    }

    /// <summary>Creates the caller's organization, user and account, and mails a welcome. Joins the caller's unit of work.</summary>
    /// <exception cref="DuplicateValueError">The address has an account already; found when it is saved.</exception>
    public async Task<Account> RegisterAsync(
        string organizationName, string name, EmailAddress email, string? passwordHash, CancellationToken cancellationToken)
    {
        await organizations.CreateAsync(organizationName, cancellationToken);
        await users.CreateAsync(email, name, UserRole.Admin, cancellationToken);
        var account = await accounts.CreateAsync(context.RequiredUserId, context.Required.OrganizationId, email, passwordHash, cancellationToken);
        audit.Record(Action, account);
        mails.Add(new WelcomeMail(email, name, organizationName, site.Page(PagePaths.SignIn)));
        return account;
    }
}
