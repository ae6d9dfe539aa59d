using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;

namespace CleanApi.Application.Files;

/// <summary>Gives the caller another picture. Its bytes are read once the caller may send them.</summary>
/// <param name="ContentType">The declared media type.</param>
/// <param name="Content">The bytes, as they come.</param>
[AuthenticatedOnly("Users change only their own picture.")]
[Audited("user.avatar_changed")]
[ManagesTransaction("Receives and decodes the picture, which is slow.")]
public sealed record ChangeAvatar([property: Example("image/png")] string? ContentType, Stream Content) : ICommand<UserResponse>;
