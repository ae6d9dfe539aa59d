using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class GetAvatarHandler(IUserDirectory users, IAvatarStore store) : IRequestHandler<GetAvatar, FileDownload>
{
    private const string Name = "avatar.webp";

    public async Task<FileDownload> Handle(GetAvatar query, CancellationToken cancellationToken)
    {
        // What the user does not show any more is not there, also in the moment before it is deleted.
        var user = (await users.ListAsync([query.Id], cancellationToken))[0];
        return AvatarAddress.IsOne(user?.AvatarUrl)
            && await store.FindAsync(query.Id, cancellationToken) is { } avatar
            && user!.AvatarUrl == AvatarAddress.Of(query.Id, avatar.Sha256).Value
            ? new FileDownload(Name, Avatar.ContentType, avatar.Content.Length, avatar.Sha256, new MemoryStream(avatar.Content, writable: false))
            : throw NotFoundError.Of(query.Id);
    }
}
