using CleanApi.Application.Files;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using CleanApi.WebApi.Binding;
using CleanApi.WebApi.Common;
using CleanApi.WebApi.Overload;
using CleanApi.WebApi.Users;
using MediatR;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Files;

/// <summary>Pictures of people.</summary>
[Route("/api/v1")]
public sealed class AvatarsController(ISender sender) : ResourceController<UserResponse, UserResource>(sender)
{
    /// <summary>Changes your picture</summary>
    /// <remarks>
    /// JPEG, PNG or WebP, 10 MB and 24 megapixels at most. Its middle is kept, upright, as WebP of 512 × 512 pixels at most, without anything else that was in the
    /// file. `avatarUrl` is the path of it from then on.
    /// </remarks>
    [HttpPut("me/avatar", Name = "changeAvatar")]
    [Tags("Me")]
    [ReadsFile]
    [RequestTimeout(TransferTimeout.Policy)]
    [ProducesResponseType<Document<UserResource>>(StatusCodes.Status200OK)]
    public async Task<IActionResult> Change(CancellationToken cancellationToken) =>
        await One((await MultipartFile.ReadAsync(Request, cancellationToken)).ToAvatar(), cancellationToken);

    /// <summary>Removes your picture</summary>
    /// <remarks>`avatarUrl` is null from then on, also where it was an address elsewhere.</remarks>
    [HttpDelete("me/avatar", Name = "removeAvatar")]
    [Tags("Me")]
    [ProducesResponseType(StatusCodes.Status204NoContent)]
    public Task<IActionResult> Remove(CancellationToken cancellationToken) => NoContent(new RemoveAvatar(), cancellationToken);

    /// <summary>Returns the picture of a user</summary>
    /// <remarks>The one that they have uploaded. Its path with a version is their `avatarUrl`; the `ETag` is its SHA-256.</remarks>
    [HttpGet("users/{id}/avatar", Name = "getAvatar")]
    [Tags("Users")]
    [ReturnsFile(Avatar.ContentType)]
    [ProducesResponseType(StatusCodes.Status200OK)]
    [ProducesResponseType(StatusCodes.Status206PartialContent)]
    public async Task<IActionResult> Get(UserId id, [FromQuery] GetAvatar query, CancellationToken cancellationToken) =>
        new DownloadResult(await Sender.Send(query.Of(id), cancellationToken));
}
