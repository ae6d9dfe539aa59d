using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class SwitchOrganizationHandler(
    IReadRepository<Session> sessions,
    IReadRepository<Account> accounts,
    IReadRepository<Membership> memberships,
    SessionCreator creator,
    IUnitOfWork unitOfWork,
    ICallerContext context) : IRequestHandler<SwitchOrganization, SignInResponse>
{
    public async Task<SignInResponse> Handle(SwitchOrganization command, CancellationToken cancellationToken)
    {
        var organizationId = command.OrganizationId!.Value;
        // As the caller: the statement verifies that the session has not ended. The creator verifies it again, in the transaction.
        var session = await sessions.SingleOrDefaultAsync(new SessionByIdSpec(context.RequiredUser.SessionId), cancellationToken)
            ?? throw AccessErrors.InvalidToken();
        if (organizationId == session.OrganizationId)
        {
            throw AccessErrors.CurrentOrganization();
        }

        var account = await accounts.SingleOrDefaultAsync(new AccountByIdSpec(session.AccountId), cancellationToken) ?? throw AccessErrors.InvalidToken();
        var membership = (await memberships.ListAsync(new AccountMembershipByAccountSpec(account.Id), cancellationToken))
            .FirstOrDefault(one => one.OrganizationId == organizationId) ?? throw AccessErrors.OrganizationNotFound(organizationId);
        var proof = new SignInProof(SignInMethod.Session, account.PasswordChangedAt, session.IsMultiFactor, session.Id);
        try
        {
            return await context.RunAsAsync(
                new SystemCaller(membership.OrganizationId, membership.UserId),
                () => unitOfWork.ExecuteAsync(cancellation => creator.CreateAsync(account.Id, proof, challengeToken: null, cancellation), cancellationToken));
        }
        catch (AuthenticationError)
        {
            // Deactivated there. Where it is the session that has ended meanwhile, the next request says so.
            throw AccessErrors.OrganizationNotFound(organizationId);
        }
    }
}
