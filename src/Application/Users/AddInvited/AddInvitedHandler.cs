using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class AddInvitedHandler(IRepository<User> users, ICallerContext context, TimeProvider clock) : IRequestHandler<AddInvited, UserResponse>
{
    public async Task<UserResponse> Handle(AddInvited command, CancellationToken cancellationToken)
    {
        var caller = context.Required;
        var user = User.CreateActive(caller.UserId, caller.OrganizationId, command.Email, command.Name, command.Role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
