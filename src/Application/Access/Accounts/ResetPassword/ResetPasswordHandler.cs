using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Organizations;
using CleanApi.Application.Users;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Access;

internal sealed class ResetPasswordHandler(IOneTimeTokens tokens, IReadRepository<Membership> memberships, ICallerContext context, ISender sender)
    : IRequestHandler<ResetPassword, Unit>
{
    public async Task<Unit> Handle(ResetPassword request, CancellationToken cancellationToken)
    {
        var content = await tokens.FindAsync(OneTimeTokenPurpose.ResetPassword, request.Token, cancellationToken);
        var person = content?.AccountId is { } id ? await memberships.FirstOrDefaultAsync(new PersonOfAccount(id), cancellationToken) : null;
        if (person is null)
        {
            throw AccessErrors.InvalidLink();
        }

        context.Enter(new Caller(person.UserId, person.OrganizationId, UserRole.Viewer));
        if (await sender.Send(new GetSignInState(person.UserId), cancellationToken) is not { Status: not UserStatus.Deactivated } user)
        {
            throw AccessErrors.InvalidLink();
        }

        var organization = await sender.Send(new GetOrganization(), cancellationToken);
        var hash = await sender.Send(new HashPassword(request.Password!, "password", [user.Email.Value, user.Name, organization.Name]), cancellationToken);
        return await sender.Send(new CompletePasswordReset(request.Token!, hash), cancellationToken);
    }
}
