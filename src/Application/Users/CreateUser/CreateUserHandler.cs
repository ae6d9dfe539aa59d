using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class CreateUserHandler(
    IRepository<User> users,
    IInvitationService invitations,
    Grants grants,
    IUnitOfWork unitOfWork,
    IAuditTrail audit,
    ICallerContext context,
    TimeProvider clock) : IRequestHandler<CreateUser, UserResponse>
{
    public async Task<UserResponse> Handle(CreateUser command, CancellationToken cancellationToken)
    {
        await grants.RequireAsync(command.Role, cancellationToken);
        if (!command.SendInvitation)
        {
            return await unitOfWork.InsertAsync(async cancellation => (await AddAsync(command, cancellation)).Adapt<UserResponse>(), cancellationToken);
        }

        if (!context.Required.Has(Permissions.InvitationsManage))
        {
            throw MissingPermission.Of(context.Caller, Permissions.InvitationsManage);
        }

        return await unitOfWork.ExecuteAsync(
            async cancellation =>
            {
                var user = await AddAsync(command, cancellation);
                await invitations.InviteAsync(user.Email, user.Role, cancellation);
                return user.Adapt<UserResponse>();
            },
            cancellationToken);
    }

    // The unique index detects a duplicate address: checking first would cost a round trip and leave a race.
    private async Task<User> AddAsync(CreateUser command, CancellationToken cancellationToken)
    {
        var user = User.Create(context.Required.OrganizationId, EmailAddress.Parse(command.Email!), command.Name!, command.Role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        audit.Record(user);
        return user;
    }
}
