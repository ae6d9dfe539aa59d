using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed record Greet(string Name) : IRequest<string>;
