using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class AddFounderHandler(IRepository<User> users, ICallerContext context, TimeProvider clock) : IRequestHandler<AddFounder, Unit>
{
    public async Task<Unit> Handle(AddFounder command, CancellationToken cancellationToken)
    {
        var founder = context.Required;
        await users.AddAsync(
            User.CreateActive(founder.UserId, founder.OrganizationId, command.Email, command.Name, UserRole.Admin, clock.GetUtcNow()), cancellationToken);
        return Unit.Value;
    }
}
