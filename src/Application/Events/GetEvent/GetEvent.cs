using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Events;

namespace CleanApi.Application.Events;

/// <summary>One event of the caller's organization.</summary>
/// <param name="Id">The event.</param>
[RequiresPermission(Permissions.EventsRead)]
[NoValidator("The id is parsed by its type.")]
public sealed record GetEvent(OutboxEventId Id) : IGetById<OutboxEventId, EventResponse>;
