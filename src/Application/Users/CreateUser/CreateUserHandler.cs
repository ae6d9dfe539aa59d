using CleanApi.Application.Access;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class CreateUserHandler(
    IRepository<User> users, IAccountService accounts, Grants grants, IAuditTrail audit, ICallerContext context, TimeProvider clock)
    : IRequestHandler<CreateUser, UserResponse>
{
    public async Task<UserResponse> Handle(CreateUser command, CancellationToken cancellationToken)
    {
        grants.Require(command.Role);
        // The unique index detects a duplicate address: checking first would cost a round trip and leave a race.
        var user = User.Create(context.Required.OrganizationId, EmailAddress.Parse(command.Email!), command.Name!, command.Role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        audit.Record(user);
        await accounts.CreateAsync(user.Id, user.OrganizationId, user.Email, passwordHash: null, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
