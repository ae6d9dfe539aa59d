using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed record Rename(string Name) : IRequest;
