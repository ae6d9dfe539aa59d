using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class CreateUserHandler(IRepository<User> users, ICallerContext context, ISender sender, TimeProvider clock)
    : IRequestHandler<CreateUser, UserResponse>
{
    public async Task<UserResponse> Handle(CreateUser command, CancellationToken cancellationToken)
    {
        // A taken address is found by the unique index: asking first would cost a round trip and still leave the race.
        var user = User.Create(context.Required.OrganizationId, EmailAddress.Parse(command.Email!), command.Name!.Trim(), command.Role, clock.GetUtcNow());
        await users.AddAsync(user, cancellationToken);
        await sender.Send(new OpenAccount(user.Id, user.OrganizationId, user.Email), cancellationToken);
        return user.Adapt<UserResponse>();
    }
}
