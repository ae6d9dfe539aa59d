using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using MediatR;

namespace CleanApi.Application.Files;

/// <summary>Removes the caller's picture, wherever it is.</summary>
[AuthenticatedOnly("Users change only their own picture.")]
[Audited("user.avatar_removed")]
[NoValidator("Takes nothing.")]
public sealed record RemoveAvatar : ICommand<Unit>;
