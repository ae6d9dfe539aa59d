using MediatR;

namespace CleanApi.Libs.UnitTests;

public sealed record CountTo(int Last) : IStreamRequest<int>;
