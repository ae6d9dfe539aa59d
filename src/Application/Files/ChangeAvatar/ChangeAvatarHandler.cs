using System.Data;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Files;
using MediatR;

namespace CleanApi.Application.Files;

internal sealed class ChangeAvatarHandler(
    IAvatarMaker maker, IAvatarStore store, IUserAvatars avatars, IUserDirectory users, IUnitOfWork unitOfWork, ICallerContext context)
    : IRequestHandler<ChangeAvatar, UserResponse>
{
    public async Task<UserResponse> Handle(ChangeAvatar command, CancellationToken cancellationToken)
    {
        // As the caller, and at the version that they want: nobody sends a picture in vain.
        var id = context.RequiredUserId;
        var user = (await users.ListAsync([id], cancellationToken))[0] ?? throw new AuthenticationError();
        context.Preconditions.Require(user.Version);
        var avatar = await maker.MakeAsync(FileType.FindPicture(command.ContentType)!, command.Content, cancellationToken);
        return await unitOfWork.ExecuteAsync(
            async token =>
            {
                // The row first, as whoever deletes one that is not shown any more has it.
                await store.PutAsync(id, avatar, token);
                return await avatars.ChangeAsync(AvatarAddress.Of(id, avatar.Sha256), token);
            },
            IsolationLevel.ReadCommitted,
            cancellationToken);
    }
}
