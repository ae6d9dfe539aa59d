using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using Mapster;
using MediatR;

namespace CleanApi.Application.Users;

internal sealed class ReplaceUserHandler(UserUpdateService updates, ICallerContext context) : IRequestHandler<ReplaceUser, UserResponse>
{
    public async Task<UserResponse> Handle(ReplaceUser command, CancellationToken cancellationToken)
    {
        var user = await updates.LoadForPatchAsync(command.Id, cancellationToken);
        // Before the comparison: what was read from a stale version differs because it is stale.
        context.Preconditions.Require(user.Version);
        if (Changed(command, user).ToList() is { Count: > 0 } fields)
        {
            throw UserErrors.ReadOnly(fields);
        }

        // A replacement is a patch that names every field.
        var patch = new UserPatch { Name = command.Name, Role = command.Role, Bio = command.Bio, AvatarUrl = command.AvatarUrl };
        await updates.ApplyAsync(user, patch, cancellationToken);
        return user.Adapt<UserResponse>();
    }

    private static IEnumerable<string> Changed(ReplaceUser command, User user)
    {
        if (command.Email is { IsPresent: true, Value: var email } && (email is null || EmailAddress.Parse(email) != user.Email))
        {
            yield return "email";
        }

        if (command.Status is { IsPresent: true, Value: var status } && status != user.Status)
        {
            yield return "status";
        }

        if (command.CreatedAt is { IsPresent: true, Value: var createdAt } && !IsSame(createdAt, user.CreatedAt))
        {
            yield return "createdAt";
        }

        if (command.UpdatedAt is { IsPresent: true, Value: var updatedAt } && !IsSame(updatedAt, user.UpdatedAt))
        {
            yield return "updatedAt";
        }
    }

    // As it is told: in milliseconds.
    private static bool IsSame(DateTimeOffset? sent, DateTimeOffset stored) =>
        sent?.UtcTicks / TimeSpan.TicksPerMillisecond == stored.UtcTicks / TimeSpan.TicksPerMillisecond;
}
