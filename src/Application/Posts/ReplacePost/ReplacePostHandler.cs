using CleanApi.Application.Common.Security;
using CleanApi.Domain.Posts;
using Mapster;
using MediatR;

namespace CleanApi.Application.Posts;

internal sealed class ReplacePostHandler(PostWriter writer, ICallerContext context, TimeProvider clock) : IRequestHandler<ReplacePost, PostResponse>
{
    public async Task<PostResponse> Handle(ReplacePost command, CancellationToken cancellationToken)
    {
        var post = await writer.LoadAsync(command.Id, cancellationToken);
        // Before the comparison: what was read from a stale version differs because it is stale.
        context.Preconditions.Require(post.Version);
        if (Changed(command, post).ToList() is { Count: > 0 } fields)
        {
            throw PostErrors.ReadOnly(fields);
        }

        post.Edit(command.Title, command.Body, clock.GetUtcNow());
        return post.Adapt<PostResponse>();
    }

    private static IEnumerable<string> Changed(ReplacePost command, Post post)
    {
        if (command.Status is { IsPresent: true, Value: var status } && status != post.Status)
        {
            yield return "status";
        }

        if (command.CreatedAt is { IsPresent: true, Value: var createdAt } && !IsSame(createdAt, post.CreatedAt))
        {
            yield return "createdAt";
        }

        if (command.UpdatedAt is { IsPresent: true, Value: var updatedAt } && !IsSame(updatedAt, post.UpdatedAt))
        {
            yield return "updatedAt";
        }
    }

    // As it is told: in milliseconds.
    private static bool IsSame(DateTimeOffset? sent, DateTimeOffset stored) =>
        sent?.UtcTicks / TimeSpan.TicksPerMillisecond == stored.UtcTicks / TimeSpan.TicksPerMillisecond;
}
