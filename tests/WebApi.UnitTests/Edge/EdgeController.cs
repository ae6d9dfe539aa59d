using System.Runtime.CompilerServices;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.UnitTests.Edge;

/// <summary>Endpoints for every kind of binding and error.</summary>
[ApiController]
[Route("edge")]
public sealed class EdgeController : ControllerBase
{
    [HttpGet("users/{id}")]
    public IActionResult Get(UserId id) => Ok(new { id });

    [HttpGet("users")]
    public IActionResult List([FromQuery] ListUsers query) => Ok(new { query.Limit, query.Page, query.Role, query.Search, query.Total });

    [HttpPost("users")]
    public IActionResult Create(CreateUser command) => Ok(command);

    [HttpPost("users/invite")]
    public IActionResult Invite() => Ok(new { });

    [HttpPut("users/{id}")]
    public IActionResult Replace(UserId id, ReplaceUser command) =>
        Ok(new { id, command.Name });

    [HttpPatch("users/{id}")]
    public IActionResult Update(UserId id, UserPatch patch) => Ok(new { id, patch.Name });

    [HttpPost("optional")]
    public IActionResult Optional([FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] CreateUser? command) => Ok(new { command?.Name });

    [HttpGet("header")]
    public IActionResult Header([FromHeader(Name = "X-Number")] int? number, [FromHeader(Name = "X-Text")] string? text) => Ok(new { number, text });

    [HttpGet("unexpected")]
    [MethodImpl(MethodImplOptions.NoInlining)]
    public IActionResult Unexpected() => HttpContext is null ? Ok() : throw new InvalidOperationException("secret detail");

    [HttpGet("conflict")]
    public IActionResult Refuse() => HttpContext is null ? Ok() : throw new ConflictError(ReasonCodes.InUse, "Not now");

    [HttpGet("status/{status}")]
    public IActionResult Bare(int status) => StatusCode(status);

    [HttpGet("page")]
    public ContentResult Page() => Content("<!DOCTYPE html><title>Page</title>", "text/html");

    [HttpGet("csv")]
    [Produces("text/csv")]
    public ContentResult Csv() => Content("a,b", "text/csv");
}
